/** What the owner decided about a person: each panel saves by itself, keeps what was typed, and can be taken back. */
import { html } from "hono/html";
import type { ContactChoices } from "../../domain/contact/choices.ts";
import type { LedgerEntry } from "../../domain/contact/ledger.ts";
import { ledgerActNames, ledgerActs } from "../../domain/contact/ledger-acts.ts";
import type { PlainDate } from "../../domain/time.ts";
import type { PersonLook } from "../../flows/lists/look-at-person.ts";
import { textField } from "./field.ts";
import { changing, type Html, nothing, type Piece, reasons } from "./html.ts";
import type { Frame } from "./layout.ts";
import { counted, sayDate, when } from "./when.ts";

/** A form that was refused: what stood in it, and what is wrong by field. */
export type ChoicesTyped = {
  part: ChoicePart;
  fields: Readonly<Record<string, string>>;
  troubles: Readonly<Record<string, string>>;
};

export const choiceParts = [
  "purpose",
  "cadence",
  "give",
  "about",
  "introducer",
  "agreed",
  "deadline",
  "status",
] as const;
export type ChoicePart = (typeof choiceParts)[number];

export type ChoicesParts = {
  contactId: string;
  name: string;
  look: PersonLook;
  /** The cadences offered, in days. */
  tiers: readonly number[];
  typed?: ChoicesTyped;
};

export const personChoices = (frame: Frame, parts: ChoicesParts): Html =>
  parts.look.choices.status === "blocked"
    ? blockedView(frame, parts)
    : html`
  ${knownView(parts.look)}
  <section class="panel" id="choices" aria-labelledby="choices-title"><h2 id="choices-title">Your choices</h2>
    ${parts.typed === undefined ? nothing : html`<p class="trouble" role="alert">Nothing was changed: ${Object.values(parts.typed.troubles).join(" ")}</p>`}
    ${purposeForm(frame, parts)}
    ${cadenceForm(frame, parts)}
    ${giveForm(frame, parts)}
    ${aboutForm(frame, parts)}
    ${ledgerForm(frame, parts)}
    ${introducerForm(frame, parts)}
    ${agreedForm(frame, parts)}
    ${deadlineForm(frame, parts)}
    ${statusForm(frame, parts)}
  </section>`;

/** Before a first meeting: what reads differently than expected, and how to begin (R8, R30). */
function knownView({ warnings, first, warmUp, askWarning }: PersonLook): Piece {
  const lines = [
    ...warnings,
    ...(first.meeting === "any" ? [] : [first.because]),
    ...(warmUp.state === "warming" ? [warmUp.because] : []),
    ...(askWarning === undefined ? [] : [askWarning]),
  ];
  return lines.length === 0
    ? nothing
    : html`<section class="panel" aria-labelledby="before-title"><h2 id="before-title">Before you ask</h2>
      ${reasons(lines)}</section>`;
}

const blockedView = (frame: Frame, { contactId, name }: ChoicesParts): Html => html`
  <section class="panel" id="choices" aria-labelledby="choices-title"><h2 id="choices-title">Do not contact</h2>
    <p>Nothing is written or proposed to ${name}, under any of their addresses.</p>
    <details class="evidence"><summary>Take this back</summary>
      <p>Only do this when ${name} agrees to hear from you again.</p>
      ${changing(
        { token: frame.token, action: `/people/${contactId}/allow` },
        html`<button class="button">Yes, ${name} may be contacted again</button>`,
      )}</details></section>`;

/** Folded away, with what stands now in its heading; open while something in it is wrong. */
const form = (
  frame: Frame,
  { contactId, typed }: ChoicesParts,
  { part, title, now }: { part: ChoicePart; title: string; now: string | undefined },
  inside: Piece | Piece[],
): Html => html`
  <details class="choice-form" ${typed?.part === part ? html`open` : nothing}>
    <summary>${title} <span class="quiet" dir="auto">${now}</span></summary>
    ${changing(
      {
        token: frame.token,
        action: `/people/${contactId}/choices`,
        attributes: html`class="stack wide" novalidate`,
      },
      [html`<input type="hidden" name="part" value="${part}">`, ...(Array.isArray(inside) ? inside : [inside])],
    )}</details>`;

type FieldParts = { part: ChoicePart; name: string; label: string; value: string | undefined; explains?: string };

const typedIn = ({ typed }: ChoicesParts, part: ChoicePart, name: string): string | undefined =>
  typed?.part === part ? typed.fields[name] : undefined;

/** One line, or several where the text may be long. */
const field = (
  parts: ChoicesParts,
  { part, name, label, value, explains }: FieldParts,
  attributes: Piece = nothing,
  isLong = false,
): Html =>
  textField({
    id: `choice-${name}`,
    name,
    label,
    explains,
    attributes,
    isLong,
    value: typedIn(parts, part, name) ?? value,
    trouble: parts.typed?.part === part ? parts.typed.troubles[name] : undefined,
  });

const purposeForm = (frame: Frame, parts: ChoicesParts): Html => {
  const { purpose } = parts.look.choices;
  const choice = (value: "" | NonNullable<ContactChoices["purpose"]>, label: string) => html`
    <label><input type="radio" name="purpose" value="${value}" ${(purpose ?? "") === value ? html`checked` : nothing}> ${label}</label>`;
  return form(
    frame,
    parts,
    { part: "purpose", title: "Friend or business", now: purpose },
    html`<fieldset class="field"><legend class="unseen">Friend or business</legend>
      ${choice("", "not said: as business")}${choice("business", "business")}${choice("friend", "friend: invited directly, never asked for advice")}</fieldset>
      <button class="button small">Save</button>`,
  );
};

const cadenceForm = (frame: Frame, parts: ChoicesParts): Html => {
  const { cadenceDays } = parts.look.choices;
  const isTier = cadenceDays !== undefined && parts.tiers.includes(cadenceDays);
  const own = cadenceDays === undefined || isTier ? undefined : String(cadenceDays);
  const option = (value: string, label: string, isChosen: boolean) =>
    html`<option value="${value}" ${isChosen ? html`selected` : nothing}>${label}</option>`;
  const now = cadenceDays === undefined ? undefined : `every ${counted(cadenceDays, "day")}`;
  return form(frame, parts, { part: "cadence", title: "Rhythm", now }, [
    html`<div class="field"><label for="choice-tier">Talk every</label><select id="choice-tier" name="tier">
      ${option("", "no rhythm", cadenceDays === undefined)}
      ${parts.tiers.map((days) => option(String(days), `${days} days`, days === cadenceDays))}
      ${option("own", "my own number of days", own !== undefined || typedIn(parts, "cadence", "tier") === "own")}</select></div>`,
    field(
      parts,
      { part: "cadence", name: "cadenceDays", label: "My own number of days", value: own },
      html`inputmode="numeric"`,
    ),
    html`<button class="button small">Save</button>`,
  ]);
};

const giveForm = (frame: Frame, parts: ChoicesParts): Html => {
  const { giveNote, noGiveYetOn, helpsMeWith, admiration } = parts.look.choices;
  const now = giveNote ?? (noGiveYetOn === undefined ? undefined : "nothing to give yet");
  return form(frame, parts, { part: "give", title: "What each can offer", now }, [
    field(
      parts,
      {
        part: "give",
        name: "giveNote",
        label: "What you can give",
        value: giveNote,
        explains:
          noGiveYetOn === undefined
            ? "An introduction, an article, a hand: check-ins offer it."
            : `None yet, said on ${sayDate(noGiveYetOn as PlainDate, frame.seen)}; you are asked again.`,
      },
      html`maxlength="500"`,
      true,
    ),
    field(
      parts,
      { part: "give", name: "helpsMeWith", label: "What they can help with", value: helpsMeWith },
      html`maxlength="500"`,
      true,
    ),
    field(
      parts,
      {
        part: "give",
        name: "admiration",
        label: "What you admire, in one true sentence",
        value: admiration,
        explains: "Asking for ten minutes of advice needs it.",
      },
      html`maxlength="300"`,
      true,
    ),
    html`<span class="actions"><button class="button small">Save</button>
      <button class="button small" name="noGiveYet" value="yes">Nothing to give yet</button></span>`,
  ]);
};

const aboutForm = (frame: Frame, parts: ChoicesParts): Html => {
  const { profession, describedAs, profileUrl, postalAddress, phoneCounts, isClient, isReferralSource } =
    parts.look.choices;
  const tick = (name: string, label: string, isOn: boolean | undefined) => html`
    <div class="choice"><input id="choice-${name}" type="checkbox" name="${name}" value="yes" ${isOn === true ? html`checked` : nothing}><label for="choice-${name}">${label}</label></div>`;
  return form(frame, parts, { part: "about", title: "About them", now: profession }, [
    field(parts, { part: "about", name: "profession", label: "Profession", value: profession }, html`maxlength="100"`),
    field(
      parts,
      {
        part: "about",
        name: "describedAs",
        label: "Their market, in your words",
        value: describedAs,
        explains: "Segment, niche, whom they serve: your target market is looked for here.",
      },
      html`maxlength="300"`,
    ),
    field(
      parts,
      { part: "about", name: "profileUrl", label: "Profile link", value: profileUrl },
      html`type="url" inputmode="url" maxlength="300"`,
    ),
    field(
      parts,
      { part: "about", name: "postalAddress", label: "Postal address", value: postalAddress },
      html`maxlength="500"`,
      true,
    ),
    html`<fieldset class="choices"><legend class="unseen">Also</legend>
      ${tick("isClient", "A client", isClient)}
      ${tick("isReferralSource", "Sends me people or business", isReferralSource)}
      ${tick("phoneCounts", "A call is enough: it counts as meeting", phoneCounts)}</fieldset>
      <button class="button small">Save</button>`,
  ]);
};

/** What went either way (R12, R39): for the owner alone. */
const ledgerForm = (frame: Frame, { contactId, look: { ledger } }: ChoicesParts): Html => {
  const count = (kind: LedgerEntry["kind"]) => ledger.filter((entry) => entry.kind === kind).length;
  const now =
    ledger.length === 0 ? undefined : `gave ${count("gave")}, received ${count("received")}, asked ${count("asked")}`;
  return html`<details class="choice-form"><summary>Gave and received <span class="quiet">${now}</span></summary>
    ${
      ledger.length === 0
        ? html`<p class="quiet">Nothing noted yet.</p>`
        : html`<ul class="plain-list">${ledger.slice(0, ledgerShownMax).map(
            ({
              entryId,
              kind,
              text,
              at,
              source,
            }) => html`<li><span dir="auto">${kindWords[kind]}: ${text}</span> <span class="quiet">${when(at, frame.seen)}</span>
            ${source.kind === "owner" ? changing({ token: frame.token, action: `/people/${contactId}/ledger/remove` }, html`<input type="hidden" name="entry" value="${entryId}"><button class="button small">Take back<span class="unseen"> ${text}</span></button>`) : nothing}</li>`,
          )}</ul>`
    }
    ${changing(
      { token: frame.token, action: `/people/${contactId}/ledger`, attributes: html`class="stack wide"` },
      html`<div class="field"><label for="ledger-act">I</label><select id="ledger-act" name="act">${ledgerActNames.map((name) => html`<option value="${name}">${ledgerActs[name].says}</option>`)}</select></div>
      <div class="field"><label for="ledger-text">In a few words</label><input id="ledger-text" name="text" maxlength="200" autocomplete="off" dir="auto"></div>
      <button class="button small">Note it</button>`,
    )}</details>`;
};

const ledgerShownMax = 12;
const kindWords: Readonly<Record<LedgerEntry["kind"], string>> = {
  gave: "You gave",
  received: "You received",
  asked: "You asked",
  was_asked: "They asked",
};

const introducerForm = (frame: Frame, parts: ChoicesParts): Html => {
  const { introducer } = parts.look;
  return form(frame, parts, { part: "introducer", title: "Introduced by", now: introducer?.name }, [
    field(
      parts,
      {
        part: "introducer",
        name: "introducedBy",
        label: "Who introduced you",
        value: introducer?.name,
        explains: "The name or address of somebody among your people. Empty: nobody.",
      },
      html`maxlength="200"`,
    ),
    introducer === undefined
      ? nothing
      : html`<p class="quiet"><a href="/people/${introducer.contactId}">To ${introducer.name}</a></p>`,
    html`<button class="button small">Save</button>`,
  ]);
};

/** Both sides agree before anybody is introduced (R12). */
const agreedForm = (frame: Frame, parts: ChoicesParts): Html => {
  const names = parts.look.agreedToMeet.map(({ name }) => name).join(", ");
  return form(frame, parts, { part: "agreed", title: "Introductions", now: names === "" ? undefined : names }, [
    field(
      parts,
      {
        part: "agreed",
        name: "agreedToMeet",
        label: "Agreed to be introduced to",
        value: names,
        explains:
          "Names among your people, with commas between. The letter to both is written when the other agreed too.",
      },
      html`maxlength="500"`,
    ),
    ...parts.look.introductions.map(({ text }) => html`<p class="quiet">${text}</p>`),
    ...parts.look.agreedToMeet.map(
      (one) =>
        html`<p><a href="/people/${parts.contactId}/introduce/${one.contactId}">The letter to both, with ${one.name}</a></p>`,
    ),
    html`<button class="button small">Save</button>`,
  ]);
};

/** What becomes of the 90 days (R17). */
const deadlineForm = (frame: Frame, parts: ChoicesParts): Html => {
  const { extendedOn, afterDeadline } = parts.look.choices;
  const act = (value: string, label: string) =>
    html`<button class="button small" name="act" value="${value}">${label}</button>`;
  const said =
    afterDeadline === "low_cadence"
      ? "You keep in touch now and then."
      : afterDeadline === "let_go"
        ? "You let go."
        : extendedOn === undefined
          ? undefined
          : `The 90 days were extended by 30 on ${sayDate(extendedOn as PlainDate, frame.seen)}.`;
  return form(
    frame,
    parts,
    { part: "deadline", title: "90 days to meet", now: said },
    html`<fieldset class="field"><legend>Face to face within 90 days, or else</legend>
      <span class="actions">
      ${extendedOn === undefined ? act("extend", "Extend once by 30 days") : act("unextend", "Take the extension back")}
      ${afterDeadline === undefined ? html`${act("low_cadence", "Keep in touch now and then")}${act("let_go", "Let go")}` : act("undecide", "Take this back")}
      </span></fieldset>`,
  );
};

const statusForm = (frame: Frame, parts: ChoicesParts): Html => {
  const { status } = parts.look.choices;
  const act = (value: string, label: string) =>
    html`<button class="button small" name="act" value="${value}">${label}</button>`;
  const isAway = status === "resting" || status === "archived" || status === "dormant";
  return html`${form(
    frame,
    parts,
    { part: "status", title: "Leave them alone", now: isAway ? awayWords[status] : undefined },
    html`<fieldset class="field"><legend class="unseen">Leave them alone</legend>
      <span class="actions">${isAway ? act("active", "Bring them back") : html`${act("resting", "Rest for now")}${act("archived", "Archive")}`}</span></fieldset>`,
  )}
  <details class="choice-form"><summary>Do not contact</summary>
    <p>At once: every letter to ${parts.name} is withdrawn, nothing more is proposed, under any of their addresses, also after a new import.</p>
    ${changing(
      { token: frame.token, action: `/people/${parts.contactId}/stop` },
      html`<button class="button danger-button">Never contact ${parts.name}</button>`,
    )}</details>`;
};

const awayWords = {
  resting: "Resting: nothing is proposed until you bring them back.",
  dormant: "Let go: nothing is proposed until you bring them back.",
  archived: "Archived: they stand on no list until you bring them back.",
} as const;
