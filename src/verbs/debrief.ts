/** `rapport debrief EVENT|WHO "text"`: answers after a meeting or an event, in plain lines. */
import { answerDebrief } from "../flows/day/answer-debrief.ts";
import { debriefMeant, openDebriefs } from "../flows/day/debrief-meant.ts";
import { viewpointOf } from "../flows/owner/viewpoint.ts";
import { refresh } from "../flows/refresh.ts";
import { counted, sayMoment } from "./say.ts";
import { printJson, readOwnersArgs, UsageError } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Answers after a meeting or an event: whom you met, what you promised, whether it took place.";

const usage = `rapport debrief                    lists the events that wait for an answer
rapport debrief EVENT|WHO "TEXT"   ${about}

  EVENT|WHO   the title of an event or a part of it, or who was there
  TEXT        one thing a line: "Priya, priya@acme.example, hiring analysts", "promised intro to Sam by Friday", "no-show"
  --skip      do not ask about it again
  --json      one line: {event, endedAt, state, answer: {isHeld, people, promises, open}}, or {waiting: [{title, endedAt}]}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, { skip: { type: "boolean" }, json: { type: "boolean" } });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const [what, ...lines] = positionals;
  const text = lines.join("\n").replaceAll("\\n", "\n").trim();
  const isSkipped = values.skip === true;
  if (what !== undefined && text === "" && !isSkipped) throw new UsageError(`What is your answer?\n\n${usage}`);
  const isJson = values.json === true;
  return withOwner("debrief", values, async ({ world, owner, zone }) => {
    const { now } = await viewpointOf(world, owner);
    if (what === undefined) {
      const waiting = (await openDebriefs(world, owner, now)).map(({ title, endedAt }) => ({ title, endedAt }));
      if (isJson) printJson({ waiting });
      else if (waiting.length === 0) console.log("Nothing waits for an answer.");
      else for (const { title, endedAt } of waiting) console.log(`${sayMoment(endedAt, zone)}  ${title}`);
      return 0;
    }
    const about = await debriefMeant(world, owner, what, now);
    const answered = about && (await answerDebrief(world, owner, about, isSkipped ? "skip" : { text }));
    if (about === undefined || answered?.kind !== "kept") {
      console.error(`No event of the last days fits "${what}". rapport debrief lists those that wait.`);
      return 1;
    }
    // There may be no worker to do it, and the next verb should see what was said.
    await refresh(world, owner);
    const { answer, open } = answered;
    if (isJson) {
      printJson({ event: about.title, endedAt: about.endedAt, state: open.length > 0 ? "asked" : "answered", answer });
      return 0;
    }
    if (isSkipped) console.log(`"${about.title}" is not asked about again.`);
    else {
      const said = [
        ...(answer.isHeld === false ? ["it did not take place"] : []),
        ...(answer.people.length > 0 ? [counted(answer.people.length, "person", "people")] : []),
        ...(answer.promises.length > 0 ? [counted(answer.promises.length, "promise")] : []),
      ];
      console.log(`"${about.title}": ${said.length === 0 ? "kept" : said.join(", ")}.`);
      for (const { line, question } of open) console.log(`  ${question}  ("${line}")`);
    }
    return 0;
  });
}
