import { minuteIn } from "../../domain/meeting/clock-text.ts";
import { defaultPolicy } from "../../domain/policy.ts";
import { type Rule, ruleGroups } from "../../domain/rules.ts";
import { policyOf } from "../../flows/owner/policy-of.ts";
import { saveRules } from "../../flows/owner/save-rules.ts";
import { lastChange, undoLastChange } from "../../flows/owner/undo-setting.ts";
import { answerNotUnderstood, answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type Fields, fieldsOf, numberOf } from "../fields.ts";
import { fieldOf, rulesPath, rulesView } from "../views/rules.ts";

export async function showRules(ask: Ask, typed?: { group: string; fields: Fields }) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const policy = await policyOf(world, owner);
  const frame = frameOf(ask);
  const body = rulesView(frame, {
    policy,
    usual: defaultPolicy(policy.zone),
    change: await lastChange(world, owner),
    ...(typed !== undefined && { typed }),
  });
  return answerPage(ask, frame, { title: "Rules", place: "settings", body }, typed === undefined ? 200 : 400);
}

/** One group at a time; an empty field goes back to what is usual. */
export async function saveRuleGroup(ask: Ask) {
  const fields = (await fieldsOf(ask)) ?? {};
  const group = ruleGroups.find(({ name }) => name === fields.group);
  if (group === undefined) return answerNotUnderstood(ask);
  const changes = group.rules.map((rule) => ({ rule, value: valueIn(rule, fields[fieldOf(rule)]) }));
  const outcome = await saveRules(worldOf(ask), ownerIdOf(ask), changes);
  return outcome === "saved"
    ? goOn(ask, `${rulesPath}#${group.name}`, "setting_saved")
    : showRules(ask, { group: group.name, fields });
}

function valueIn({ unit }: Rule, text: string | undefined): number | undefined {
  if (unit !== "clock" || text === undefined || text.trim() === "") return numberOf(text);
  return minuteIn(text) ?? Number.NaN;
}

export async function undoChange(ask: Ask) {
  const { back } = (await fieldsOf(ask)) ?? {};
  const isUndone = await undoLastChange(worldOf(ask), ownerIdOf(ask));
  return goOn(ask, wayBack(back, "/settings"), isUndone ? "setting_undone" : "nothing_to_undo");
}
