/** The rules that everything goes by: each figure with one line that explains it, and what it is usually. */
import { html } from "hono/html";
import { minuteText } from "../../domain/meeting/clock-text.ts";
import type { Policy } from "../../domain/policy.ts";
import { type Rule, type RuleGroup, type RuleUnit, ruleGroups, ruleValue } from "../../domain/rules.ts";
import type { SettingChanged } from "../../flows/owner/undo-setting.ts";
import type { Fields } from "../fields.ts";
import { changing, type Html, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { lastChangeView } from "./setting-change.ts";

export const rulesPath = "/settings/rules";
export const fieldOf = ({ part, figure }: Rule): string => `${part}.${figure}`;

export type RulesParts = {
  policy: Policy;
  /** What holds where the owner changed nothing. */
  usual: Policy;
  change: SettingChanged | undefined;
  /** What was typed and refused. */
  typed?: { group: string; fields: Fields };
};

export const rulesView = (frame: Frame, parts: RulesParts): Html => html`
  <p class="trail"><a href="/settings">Settings</a></p>
  <div class="heading"><h1>Rules</h1><p class="quiet">What is due, when it leaves and how often. An empty field goes back to what is usual.</p></div>
  ${lastChangeView(frame, parts.change, rulesPath)}
  <div class="panels">${ruleGroups.map((group) => groupForm(frame, group, parts))}</div>`;

function groupForm(frame: Frame, group: RuleGroup, parts: RulesParts): Html {
  const typed = parts.typed?.group === group.name ? parts.typed.fields : undefined;
  return html`<section class="panel" id="${group.name}"><h2>${group.title}</h2>
    ${typed === undefined ? nothing : html`<p class="trouble" role="alert">One of these is not possible. Nothing was changed.</p>`}
    ${changing(
      { token: frame.token, action: rulesPath, attributes: html`class="stack" novalidate` },
      html`<input type="hidden" name="group" value="${group.name}">
      ${group.rules.map((rule) => ruleField(rule, parts, typed?.[fieldOf(rule)]))}<button class="button">Save</button>`,
    )}</section>`;
}

function ruleField(rule: Rule, { policy, usual }: RulesParts, typed: string | undefined): Html {
  const name = fieldOf(rule);
  const [value, common] = [ruleValue(policy, rule), ruleValue(usual, rule)];
  return html`<div class="rule"><label for="${name}">${rule.label}</label>
    <p class="quiet" id="${name}-hint">${rule.explains}${value === common ? nothing : ` Usually ${written(rule, common)}.`}</p>
    <span class="field-line">${input(rule, typed ?? written(rule, value))}<span class="quiet">${unitWords[rule.unit]}</span></span></div>`;
}

function input(rule: Rule, value: string): Piece {
  const name = fieldOf(rule);
  return rule.unit === "clock"
    ? html`<input class="short-field" id="${name}" name="${name}" type="time" value="${value}" aria-describedby="${name}-hint">`
    : html`<input class="short-field" id="${name}" name="${name}" type="number" min="0" value="${value}" aria-describedby="${name}-hint">`;
}

const written = ({ unit }: Rule, value: number): string => (unit === "clock" ? minuteText(value) : String(value));

const unitWords: Readonly<Record<RuleUnit, string>> = {
  days: "days",
  weekdays: "working days",
  hours: "hours",
  minutes: "minutes",
  people: "people",
  letters: "letters",
  clock: "",
};
