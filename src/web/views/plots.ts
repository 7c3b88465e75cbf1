/**
 * The last twelve months, drawn on the server: pictures that say in words what they show, with their figures as a table
 * beneath. Sizes are in units of the drawing, which is as wide as its column; colours are the style sheet's.
 */
import { scaleBand, scaleLinear } from "d3-scale";
import { line, symbol, symbolCircle, symbolSquare } from "d3-shape";
import { html } from "hono/html";
import type { YearFigures } from "../../domain/plan/year.ts";
import { type PlainDate, sayDay } from "../../domain/time.ts";
import { type Html, nothing, type Piece } from "./html.ts";
import { counted } from "./when.ts";

const width = 320;
const height = 120;
const frame = { top: 14, right: 4, bottom: 16, left: 4 } as const;

export const plotsSection = (year: YearFigures): Html => html`
  <section class="panel" aria-labelledby="year-title"><h2 id="year-title">The last twelve months</h2>
    ${hasAnything(year) ? html`<div class="plots">${[keptPlot, metPlot, talksPlot, onlinePlot, ledgerPlot, funnelPlot].map((plot) => plot(year))}</div>` : html`<p class="empty">Nothing to draw yet: what you hold, whom you meet and what you give shows here, month by month.</p>`}
  </section>`;

const hasAnything = ({ kept, quarters, ledger, funnel }: YearFigures): boolean =>
  kept.some(({ wanted }) => wanted > 0) ||
  quarters.some(({ conversations }) => conversations > 0) ||
  ledger.some(({ gave, received }) => gave + received > 0) ||
  funnel.asked > 0;

/** A picture with what it comes to in a sentence, and its figures as a table. */
type Plot = {
  id: string;
  title: string;
  says: string;
  drawing: Piece | Piece[];
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
};

/** Where all is zero its sentence says so, and nothing is drawn. */
const plotFigure = (plot: Plot): Html => {
  const { title, says, rows } = plot;
  const isEmpty = rows.every(([, ...figures]) => figures.every((one) => one === 0));
  return html`
  <figure class="plot"><figcaption><h3>${title}</h3><p>${says}</p></figcaption>${isEmpty ? nothing : drawn(plot)}</figure>`;
};

const drawn = ({ id, title, drawing, head, rows }: Plot): Html => html`
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
      <title id="${id}-title">${title}</title><desc id="${id}-desc">${rows.map((row) => row.join(" ")).join("; ")}</desc>${drawing}</svg>
    <details class="evidence"><summary>In figures</summary><table>
      <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${rows.map(([name, ...figures]) => html`<tr><th scope="row">${name}</th>${figures.map((one) => html`<td>${one}</td>`)}</tr>`)}</tbody>
    </table></details>`;

function keptPlot({ kept }: YearFigures): Html {
  const [held, wanted] = [total(kept, "held"), total(kept, "wanted")];
  return plotFigure({
    id: "kept",
    title: "The plan, kept",
    says: wanted === 0 ? "No plan yet." : `${held} of ${counted(wanted, "planned meeting")} held.`,
    drawing: columns(kept.map(({ month, wanted: of, held: figure }) => ({ name: sayDay(month, "LLLLL"), figure, of }))),
    head: ["Month", "Held", "Wanted"],
    rows: kept.map(({ month, held: figure, wanted: of }) => [monthName(month), figure, of]),
  });
}

function metPlot({ met, metInAll }: YearFigures): Html {
  return plotFigure({
    id: "met",
    title: "Met in person",
    says: `${counted(metInAll, "person", "people")}, face to face.`,
    drawing: columns(met.map(({ month, people }) => ({ name: sayDay(month, "LLLLL"), figure: people }))),
    head: ["Month", "People"],
    rows: met.map(({ month, people }) => [monthName(month), people]),
  });
}

function talksPlot({ quarters }: YearFigures): Html {
  const name = (from: PlainDate) => sayDay(from, "'Q'q yyyy");
  return plotFigure({
    id: "talks",
    title: "Conversations",
    says: `${counted(quarters.at(-1)?.conversations ?? 0, "conversation")} this quarter.`,
    drawing: columns(quarters.map(({ from, conversations }) => ({ name: name(from), figure: conversations }))),
    head: ["Quarter", "Conversations"],
    rows: quarters.map(({ from, conversations }) => [name(from), conversations]),
  });
}

/** Two lines, told apart by their dashes and the shape of their points too. */
function ledgerPlot({ ledger }: YearFigures): Html {
  const across = scaleBand<PlainDate>(
    ledger.map(({ month }) => month),
    [frame.left, width - frame.right],
  );
  const up = upTo(Math.max(...ledger.flatMap(({ gave, received }) => [gave, received])));
  const xOf = (month: PlainDate) => (across(month) ?? 0) + across.bandwidth() / 2;
  const series = (kind: "gave" | "received"): Piece => html`
    <path class="series ${kind}" d="${line<YearFigures["ledger"][number]>(
      (one) => xOf(one.month),
      (one) => up(one[kind]),
    )(ledger)}"></path>
    ${ledger.filter((one) => one[kind] > 0).map((one) => html`<path class="point-${kind}" transform="translate(${xOf(one.month)} ${up(one[kind])})" d="${symbol(kind === "gave" ? symbolCircle : symbolSquare, pointArea)()}"></path>`)}`;
  return plotFigure({
    id: "ledger",
    title: "Given and received",
    says: sayLedger(total(ledger, "gave"), total(ledger, "received")),
    drawing: [
      baseLine,
      series("received"),
      series("gave"),
      ...ledger.map(({ month }) => nameBelow(xOf(month), sayDay(month, "LLLLL"))),
    ],
    head: ["Month", "Given", "Received"],
    rows: ledger.map(({ month, gave, received }) => [monthName(month), gave, received]),
  });
}

const sayLedger = (gave: number, received: number): string =>
  gave + received === 0 ? "Nothing noted yet." : `${gave} given (solid), ${received} received (dashed).`;

const pointArea = 28;

const funnelPlot = ({ funnel: { asked, answered, booked, held } }: YearFigures): Piece =>
  asked === 0
    ? nothing
    : stepsPlot({
        id: "funnel",
        title: "From asking to meeting",
        says: `${counted(asked, "person", "people")} asked, ${held} met or talked.`,
        steps: [
          { name: "asked", people: asked },
          { name: "answered", people: answered },
          { name: "booked", people: booked },
          { name: "met or talked", people: held },
        ],
      });

/** R38: of those first known from afar, who was met. */
const onlinePlot = ({ online: { inExchange, met } }: YearFigures): Piece =>
  inExchange === 0
    ? nothing
    : stepsPlot({
        id: "online",
        title: "From online to a handshake",
        says: `${met} of ${counted(inExchange, "person", "people")} you first knew from afar have met you.`,
        steps: [
          { name: "from afar", people: inExchange },
          { name: "met by now", people: met },
        ],
      });

type Steps = { id: string; title: string; says: string; steps: readonly { name: string; people: number }[] };

/** Each step is part of the first, which is as wide as the drawing. */
function stepsPlot({ id, title, says, steps }: Steps): Html {
  const down = scaleBand(
    steps.map(({ name }) => name),
    [0, steps.length * stepHeight],
  ).padding(0.25);
  const across = scaleLinear(
    [0, Math.max(1, ...steps.map(({ people }) => people))],
    [0, width - stepNames - stepFigures],
  );
  const drawing = steps.map(({ name, people }) => {
    const y = down(name) ?? 0;
    const middle = y + down.bandwidth() / 2 + 3;
    return html`<text x="${stepNames - 6}" y="${middle}" text-anchor="end">${name}</text>
      <rect class="bar-done" x="${stepNames}" y="${y}" width="${round(across(people))}" height="${round(down.bandwidth())}" rx="2"></rect>
      <text class="figure" x="${round(stepNames + across(people) + 5)}" y="${middle}">${people}</text>`;
  });
  return plotFigure({
    id,
    title,
    says,
    drawing,
    head: ["Step", "People"],
    rows: steps.map(({ name, people }) => [name, people]),
  });
}

const stepHeight = 28;
/** What the names of the steps and their figures take of the width. */
const stepNames = 70;
const stepFigures = 24;

type Column = {
  name: string;
  figure: number;
  /** What it was to come to, drawn behind it. */
  of?: number;
};

function columns(all: readonly Column[]): Piece[] {
  const places = all.map((_, at) => at);
  const across = scaleBand(places, [frame.left, width - frame.right]).padding(0.28);
  const up = upTo(Math.max(...all.flatMap(({ figure, of = 0 }) => [figure, of])));
  const bar = (at: number, value: number, name: string): Piece =>
    value === 0
      ? nothing
      : html`<rect class="${name}" x="${round(across(at) ?? 0)}" y="${round(up(value))}" width="${round(across.bandwidth())}" height="${round(up(0) - up(value))}" rx="2"></rect>`;
  return [
    baseLine,
    ...all.map(({ name, figure, of = 0 }, at): Piece => {
      const middle = round((across(at) ?? 0) + across.bandwidth() / 2);
      const top = round(up(Math.max(figure, of)) - 4);
      return html`${bar(at, of, "wanted")}${bar(at, figure, "bar-done")}
        ${figure === 0 ? nothing : html`<text class="figure" x="${middle}" y="${top}" text-anchor="middle">${figure}</text>`}${nameBelow(middle, name)}`;
    }),
  ];
}

const upTo = (most: number) => scaleLinear([0, Math.max(1, most)], [height - frame.bottom, frame.top]);

const baseLine: Piece = html`<line class="base" x1="${frame.left}" x2="${width - frame.right}" y1="${height - frame.bottom}" y2="${height - frame.bottom}"></line>`;

const nameBelow = (x: number, name: string): Html =>
  html`<text x="${round(x)}" y="${height - 4}" text-anchor="middle">${name}</text>`;

const monthName = (month: PlainDate): string => sayDay(month, "LLL yyyy");
const round = (value: number): number => Math.round(value * 10) / 10;
const total = <Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  rows.reduce((sum, row) => sum + row[key], 0);
