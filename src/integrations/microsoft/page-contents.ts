/** What a page of messages holds, in our words. */
import type { MailPage } from "../mail.ts";
import { type MessageRead, messageIn } from "./message.ts";
import { removedIn } from "./pages.ts";

export type Contents = Omit<MailPage, "cursor" | "isLast">;

/** `label` as in `messageIn`; `where` names the place in what is said of those that cannot be read. */
export function contentsOf(items: readonly unknown[], { label, where }: { label?: string; where: string }): Contents {
  const read = items.filter((item) => removedIn(item) === undefined).map((item) => messageIn(item, label));
  return {
    messages: read.flatMap((one) => (one.kind === "message" ? [one.message] : [])),
    // What makes no sense in a list is read by itself before it is given up.
    listed: read.flatMap((one) => (one.kind === "refused" && isWorthAnother(one) ? [one.ref] : [])),
    gone: read.flatMap((one) => (one.kind === "draft" ? [one.ref] : [])),
    skipped: read.flatMap((one) =>
      one.kind === "refused" && !isWorthAnother(one)
        ? [
            {
              where,
              because: one.because,
              message: one.message,
              count: 1,
              ...(one.ref !== undefined && { position: one.ref }),
            },
          ]
        : [],
    ),
  };
}

const isWorthAnother = (one: Refused): one is Refused & { ref: string } =>
  one.ref !== undefined && one.because !== "two_from_headers";
type Refused = Extract<MessageRead, { kind: "refused" }>;
