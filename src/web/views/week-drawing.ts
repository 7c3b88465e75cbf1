/**
 * The week as columns of time. Everything that needs a size is SVG: the pages allow no inline style. Each stretch is a link
 * to its line in the words beneath, so that pointing at it, going to it by keyboard and following it all tell why.
 */
import { html } from "hono/html";
import type { Busy, BusyKind } from "../../domain/meeting/busy.ts";
import { clockText, minuteText, piecesOn, type WallPiece } from "../../domain/meeting/clock-text.ts";
import { dayNumberOf } from "../../domain/meeting/day-number.ts";
import { busyKindNames } from "../../domain/meeting/say-refusal.ts";
import type { Stretch } from "../../domain/meeting/stretches.ts";
import { millisOf, sayDay } from "../../domain/time.ts";
import type { Week, WeekDay } from "../../flows/meeting/show-week.ts";
import type { Html, Piece } from "./html.ts";
import { nothing } from "./html.ts";
import { dayHint, stretchId, stretchLabel } from "./week-words.ts";

const pixelsPerMinute = 0.75;
/** A line of text needs so much. */
const labelPixels = 15;
const minuteHour = 60;
const gapPercent = 2;

/** The hours that are drawn, in minutes since 00:00: all that can be offered and all that takes time. */
type Shown = { fromMinute: number; untilMinute: number };

export const weekDrawing = (week: Week): Html => {
  const shown = hoursShown(week);
  return html`
  <div class="week-drawing" role="group" aria-label="The week, drawn">
    ${patterns}
    <div class="week-columns">
      ${hourColumn(shown)}
      ${week.days.map((day, at) => column(week, day, at, shown))}
    </div>
    <p class="week-readout" data-readout aria-hidden="true" hidden>Point at a time, or go to it with the Tab key, and it says why.</p>
    ${legend(week)}
  </div>`;
};

function column(week: Week, day: WeekDay, at: number, shown: Shown): Html {
  const hint = dayHint(week, day);
  return html`
  <div class="week-column ${day.isToday ? "today" : ""}">
    <p class="week-head"><a href="#day-${at}"><span>${sayDay(day.day, "ccc")}</span> <strong>${sayDay(day.day, "d")}</strong></a>${day.isToday ? html`<span class="unseen">, today</span>` : nothing}
      ${hint === undefined ? nothing : html`<span class="week-hint">${hint}</span>`}</p>
    <ul class="week-all-day">${day.busy.filter((item) => isAllDay(item, day)).map((item) => html`<li>${swatch(item.kind)} ${titleOf(item)}</li>`)}</ul>
    <svg class="week-day" width="100%" height="${heightOf(shown)}" role="group" aria-label="${sayDay(day.day, "cccc d LLLL")}">
      ${day.stretches.map((stretch, index) => cell(week, day, stretch, stretchId(at, index), shown))}
      ${hourLines(shown)}
      <g aria-hidden="true" class="week-items">${lanesOf(timedItems(week, day, shown)).map((item) => block(item, shown))}</g>
      ${day.isToday ? nowLine(week, day, shown) : nothing}
    </svg>
  </div>`;
}

/** One stretch: pointing at it shows the reasons, and so does its line beneath. */
function cell(week: Week, day: WeekDay, stretch: Stretch, id: string, shown: Shown): Piece {
  const pieces = visible(piecesOn(week.clock, dayNumberOf(day.day), stretch), shown);
  const [first] = pieces;
  if (first === undefined) return nothing;
  const label = stretchLabel(week, stretch);
  const isLabelled = isOffered(stretch) && lengthOf(first) >= labelPixels;
  return html`<a href="#${id}" class="cell ${cellClass(stretch)}" data-why aria-label="${label}"><title>${label}</title>
    ${pieces.map((piece) => grounds(stretch, piece, shown))}
    ${
      isLabelled
        ? html`<text x="6" y="${topOf(first, shown) + 13}" aria-hidden="true">${clockText(week.clock, Math.max(stretch.firstStartMs, stretch.startMs))}–${minuteText(pieces.at(-1)!.untilMinute)}</text>`
        : nothing
    }</a>`;
}

function grounds(stretch: Stretch, piece: WallPiece, shown: Shown): Piece[] {
  const closed = outsideHours(stretch, piece);
  const open = closed.reduce<WallPiece[]>(
    (left, { fromMinute, untilMinute }) => left.flatMap((one) => without(one, fromMinute, untilMinute)),
    [piece],
  );
  return [...open.map((one) => ground(one, shown, "open")), ...closed.map((one) => ground(one, shown, "closed"))];
}

const ground = (piece: WallPiece, shown: Shown, name: "open" | "closed"): Html =>
  html`<rect class="${name}" x="0" y="${topOf(piece, shown)}" width="100%" height="${lengthOf(piece)}"></rect>`;

const isOffered = (stretch: Stretch): stretch is Stretch & { kind: "free"; firstStartMs: number } =>
  stretch.kind === "free" && stretch.firstStartMs !== undefined;

const cellClass = (stretch: Stretch): string =>
  stretch.kind === "refused" ? "refused" : isOffered(stretch) ? "free" : "no-start";

/** A start shortly before the end of the hours is refused too, but only what lies outside of them is drawn as closed. */
function outsideHours(stretch: Stretch, piece: WallPiece): WallPiece[] {
  const because = stretch.kind === "refused" ? stretch.because : [];
  if (because.some(({ rule }) => rule === "holiday")) return [piece];
  const closed = because.find(({ rule }) => rule === "outside_hours");
  if (closed?.rule !== "outside_hours") return [];
  return closed.hours.reduce<WallPiece[]>(
    (left, { from, until }) => left.flatMap((one) => without(one, minuteOf(from), minuteOf(until))),
    [piece],
  );
}

const without = ({ fromMinute, untilMinute }: WallPiece, from: number, until: number): WallPiece[] =>
  [
    { fromMinute, untilMinute: Math.min(untilMinute, from) },
    { fromMinute: Math.max(fromMinute, until), untilMinute },
  ].filter((piece) => piece.fromMinute < piece.untilMinute);

const minuteOf = (wallTime: string) => Number(wallTime.slice(0, 2)) * minuteHour + Number(wallTime.slice(3));

type Placed = { item: Busy; piece: WallPiece; lane: number; lanes: number };

const block = ({ item, piece, lane, lanes }: Placed, shown: Shown): Html => {
  const width = (100 - 2 * gapPercent) / lanes;
  return html`<svg x="${gapPercent + lane * width}%" y="${topOf(piece, shown)}" width="${width - 1}%" height="${Math.max(3, lengthOf(piece) - 1)}" class="week-item kind-${item.kind}">
    <rect class="ground" width="100%" height="100%" rx="4"></rect><rect class="pattern" width="100%" height="100%" rx="4" fill="url(#pattern-${item.kind})"></rect>
    ${lengthOf(piece) >= labelPixels ? html`<text x="6" y="12">${titleOf(item)}</text>` : nothing}
  </svg>`;
};

/** Items that overlap stand side by side. */
function lanesOf(items: readonly { item: Busy; piece: WallPiece }[]): Placed[] {
  const placed: Placed[] = [];
  let group: Placed[] = [];
  let groupEnds = 0;
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane)) + 1;
    placed.push(...group.map((one) => ({ ...one, lanes })));
    group = [];
  };
  for (const { item, piece } of [...items].sort((one, other) => one.piece.fromMinute - other.piece.fromMinute)) {
    if (piece.fromMinute >= groupEnds) close();
    const taken = new Set(group.filter((one) => one.piece.untilMinute > piece.fromMinute).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    group.push({ item, piece, lane, lanes: 1 });
    groupEnds = Math.max(groupEnds, piece.untilMinute);
  }
  close();
  return placed;
}

const timedItems = (week: Week, day: WeekDay, shown: Shown) =>
  day.busy
    .filter((item) => !isAllDay(item, day))
    .flatMap((item) =>
      visible(piecesOn(week.clock, dayNumberOf(day.day), within(item, day)), shown).map((piece) => ({ item, piece })),
    );

const within = ({ startMs, endMs }: Busy, day: WeekDay) => ({
  startMs: Math.max(startMs, day.startMs),
  endMs: Math.min(endMs, day.endMs),
});

const isAllDay = (item: Busy, day: WeekDay) =>
  item.allDay === true || (item.startMs <= day.startMs && item.endMs >= day.endMs);

const titleOf = ({ source, kind }: Busy): string => source.title?.trim() || busyKindNames[kind];

function hoursShown(week: Week): Shown {
  const pieces = week.days.flatMap((day) => {
    const open = day.stretches.filter(
      (one) => one.kind === "free" || !one.because.some(({ rule }) => rule === "outside_hours" || rule === "holiday"),
    );
    const timed = day.busy.filter((item) => !isAllDay(item, day)).map((item) => within(item, day));
    return [...open, ...timed].flatMap((one) => piecesOn(week.clock, dayNumberOf(day.day), one));
  });
  const froms = pieces.map(({ fromMinute }) => fromMinute);
  const untils = pieces.map(({ untilMinute }) => untilMinute);
  return {
    fromMinute: Math.floor(Math.min(9 * minuteHour, ...froms) / minuteHour) * minuteHour,
    untilMinute: Math.ceil(Math.max(17 * minuteHour, ...untils) / minuteHour) * minuteHour,
  };
}

const visible = (pieces: readonly WallPiece[], { fromMinute, untilMinute }: Shown): WallPiece[] =>
  pieces
    .map((piece) => ({
      fromMinute: Math.max(piece.fromMinute, fromMinute),
      untilMinute: Math.min(piece.untilMinute, untilMinute),
    }))
    .filter((piece) => piece.fromMinute < piece.untilMinute);

const pixels = (minutes: number) => Math.round(minutes * pixelsPerMinute * 100) / 100;
const topOf = (piece: WallPiece | undefined, shown: Shown) => pixels((piece?.fromMinute ?? 0) - shown.fromMinute);
const lengthOf = (piece: WallPiece) => pixels(piece.untilMinute - piece.fromMinute);
const heightOf = (shown: Shown) => pixels(shown.untilMinute - shown.fromMinute);

const fullHours = ({ fromMinute, untilMinute }: Shown): number[] =>
  Array.from({ length: (untilMinute - fromMinute) / minuteHour + 1 }, (_, at) => fromMinute + at * minuteHour);

const hourColumn = (shown: Shown): Html => html`
  <div class="week-column week-hours" aria-hidden="true"><p class="week-head"></p><ul class="week-all-day"></ul>
    <svg class="week-day" width="100%" height="${heightOf(shown)}">${fullHours(shown)
      .slice(0, -1)
      .map(
        (minute) =>
          html`<text x="100%" y="${pixels(minute - shown.fromMinute) + 11}" text-anchor="end">${minuteText(minute)}</text>`,
      )}</svg></div>`;

const hourLines = (shown: Shown): Piece[] =>
  fullHours(shown)
    .slice(1, -1)
    .map((minute) => {
      const y = pixels(minute - shown.fromMinute);
      return html`<line class="hour-line" x1="0" x2="100%" y1="${y}" y2="${y}"></line>`;
    });

function nowLine(week: Week, day: WeekDay, shown: Shown): Piece {
  const nowMs = millisOf(week.now);
  const [piece] = piecesOn(week.clock, dayNumberOf(day.day), { startMs: nowMs, endMs: nowMs + 60_000 });
  if (piece === undefined || piece.fromMinute < shown.fromMinute || piece.fromMinute > shown.untilMinute)
    return nothing;
  const y = topOf(piece, shown);
  return html`<line class="now-line" x1="0" x2="100%" y1="${y}" y2="${y}"></line>`;
}

const swatch = (kind: BusyKind): Html => html`
  <svg class="week-item swatch kind-${kind}" width="18" height="14" aria-hidden="true"><rect class="ground" width="100%" height="100%" rx="3"></rect><rect class="pattern" width="100%" height="100%" rx="3" fill="url(#pattern-${kind})"></rect></svg>`;

const cellSwatch = (name: string): Html => html`
  <svg class="swatch" width="18" height="14" aria-hidden="true"><g class="cell refused ${name}"><rect class="${name}" width="100%" height="100%" rx="3"></rect></g></svg>`;

/** Only what is to be seen in this week. */
function legend(week: Week): Html {
  const kinds = new Set(week.days.flatMap(({ busy }) => busy.map(({ kind }) => kind)));
  const order = Object.keys(busyKindNames) as BusyKind[];
  return html`<ul class="week-legend" aria-label="What the drawing means">
    <li>${cellSwatch("free")} Can be offered</li>
    <li>${cellSwatch("refused")} Refused by a rule</li>
    <li>${cellSwatch("closed")} Outside your hours</li>
    ${order.filter((kind) => kinds.has(kind)).map((kind) => html`<li>${swatch(kind)} ${busyKindNames[kind]}</li>`)}
  </ul>`;
}

/** Kinds are told apart by what they are drawn with, not by colour alone. */
const patterns: Html = html`
  <svg class="unseen" width="0" height="0" aria-hidden="true"><defs>
    <pattern id="pattern-tentative" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M-2 2 2-2M0 8 8 0M6 10l4-4"></path></pattern>
    <pattern id="pattern-unanswered" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.2"></circle></pattern>
    <pattern id="pattern-out_of_office" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M1 0v6"></path></pattern>
    <pattern id="pattern-focus" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 1h6"></path></pattern>
    <pattern id="pattern-travel" width="10" height="8" patternUnits="userSpaceOnUse"><path d="m1 1 3 3-3 3"></path></pattern>
    <pattern id="pattern-unknown" width="8" height="8" patternUnits="userSpaceOnUse"><path d="m0 0 8 8M8 0 0 8"></path></pattern>
    <pattern id="pattern-refused" width="9" height="9" patternUnits="userSpaceOnUse"><path d="M-2 7 2 11M0 0l9 9M7-2l4 4"></path></pattern>
  </defs></svg>`;
