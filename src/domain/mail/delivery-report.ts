/** The fields of a delivery report (RFC 3464), and what the receiving system said where there is none. */
import { normaliseAddress } from "../contact/address.ts";
import { seenMax } from "./lines.ts";

export type Fields = { recipient?: string; status?: string; action?: string; diagnostic?: string };

const bodyMax = 20_000;

/** The first failed recipient's fields of a delivery report, or the first one's. */
export function reportFields(report: string): Fields {
  if (report === "") return {};
  const groups = report
    .slice(0, bodyMax)
    .split(/\r?\n[ \t]*\r?\n/)
    .map(fieldsOf)
    .filter((group) => group.recipient !== undefined || group.action !== undefined);
  return groups.find(({ action }) => action === "failed") ?? groups[0] ?? fieldsOf(report);
}

function fieldsOf(group: string): Fields {
  const unfolded = group.replace(/\r?\n[ \t]+/g, " ");
  const field = (name: string) =>
    new RegExp(`^${name}[ \\t]*:[ \\t]*(.{1,${seenMax}})`, "im").exec(unfolded)?.[1]?.trim();
  const recipient = addressIn(field("Final-Recipient")) ?? addressIn(field("Original-Recipient"));
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(field("Status") ?? "")?.[0];
  const action = field("Action")?.toLowerCase().split(/\s/)[0];
  const diagnostic = field("Diagnostic-Code")?.replace(/^[\w-]+ *; */, "");
  return {
    ...(recipient !== undefined && { recipient }),
    ...(status !== undefined && { status }),
    ...(action !== undefined && { action }),
    ...(diagnostic !== undefined && { diagnostic }),
  };
}

const addressIn = (value: string | undefined): string | undefined =>
  value === undefined
    ? undefined
    : normaliseAddress(
        value
          .replace(/^[\w-]+ *; */, "")
          .replace(/^<|>$/g, "")
          .trim(),
      );

/** Reports of success are no bounces. */
export const isDelivered = ({ action }: Fields): boolean =>
  action === "delivered" || action === "relayed" || action === "expanded";

export function diagnosticOf({ diagnostic }: Fields, body: string): string | undefined {
  if (diagnostic !== undefined && diagnostic.length > 3) return diagnostic;
  const line = body
    .slice(0, 8_000)
    .split(/\r?\n/)
    .findIndex(
      (one) =>
        /(?:^|[\s(<:#"'])[45]\d\d[ -]#?(?:[45]\.\d|\S)|\b[45]\.\d\.\d{1,2}\b/.test(one.slice(0, seenMax)) &&
        /[a-z]{3}/i.test(one),
    );
  if (line < 0) return undefined;
  return body
    .slice(0, 8_000)
    .split(/\r?\n/)
    .slice(line, line + 3)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, seenMax);
}
