import { venuesToAsk } from "../../flows/meeting/suggest-venues.ts";
import { readImportsUnderWay } from "../../store/read/imports.ts";
import { readOwnerAddresses } from "../../store/read/owner.ts";
import { readWhyGuesses } from "../../store/read/person.ts";
import { readIsWorkingOut, readReview, readReviewCounts, reviewFilters } from "../../store/read/review.ts";
import { readLeaving } from "../../store/read/sendings.ts";
import { readSuggestions } from "../../store/read/suggestions.ts";
import { answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { oneOf, pageIn, searchIn } from "../query.ts";
import { reviewView, workingNote } from "../views/review.ts";
import { leavingMax, lettersOnPage } from "./letters-on-page.ts";

const rowsMax = 20;

export async function showReview(ask: Ask) {
  const { database, clock } = worldOf(ask);
  const owner = ownerIdOf(ask);
  const filter = oneOf(reviewFilters, ask.req.query("show"));
  const search = searchIn(ask);
  const page = await readReview(database, owner, { now: ask.var.now, filter, search, page: pageIn(ask), rowsMax });
  const counts = await readReviewCounts(database, owner, ask.var.now);
  const suggestions = counts.all === 0 ? await readSuggestions(database, owner) : [];
  const shown = [...page.rows, ...suggestions].filter(({ isWhyOpen }) => isWhyOpen).map(({ contactId }) => contactId);
  const guesses = await readWhyGuesses(database, owner, shown);
  const invites = [...page.rows, ...suggestions].some(({ draft }) => draft?.offer?.mode === "in_person");
  const venues = invites ? await venuesToAsk(worldOf(ask), owner) : undefined;
  const underWay = await readImportsUnderWay(database, owner);
  const isWorkingOut = await readIsWorkingOut(database, owner, clock.now());
  const askAddresses =
    ask.var.owner.addressesSure || underWay.length > 0 ? [] : await readOwnerAddresses(database, owner);
  const body = reviewView(frameOf(ask), {
    page,
    counts,
    filter,
    search,
    guesses,
    suggestions,
    ...(venues !== undefined && { venuesToAsk: venues }),
    underWay,
    isWorkingOut,
    askAddresses,
    letters: await lettersOnPage(
      ask,
      [...page.rows, ...suggestions].map(({ draft }) => draft),
    ),
    leaving: await readLeaving(database, owner, leavingMax),
  });
  const again = isWorkingOut || underWay.length > 0 ? { againSeconds: 3 } : {};
  return answerPage(ask, frameOf(ask), { title: "Review", place: "review", ...again, body });
}

/** The line about what is going on, every two seconds. When it has ended the whole page comes anew. */
export async function showWorking(ask: Ask) {
  const { database, clock } = worldOf(ask);
  const underWay = await readImportsUnderWay(database, ownerIdOf(ask));
  const isWorkingOut = await readIsWorkingOut(database, ownerIdOf(ask), clock.now());
  const isDone = underWay.length === 0 && !isWorkingOut;
  if (isDone) return ask.body(null, 200, { "HX-Refresh": "true" });
  return ask.html((await workingNote(frameOf(ask), { underWay, isWorkingOut })) as string);
}
