/** What the doctor makes of the settings by which Gmail tells of new mail. Pure. */
import { type Finding, fail, ok, warn } from "./findings.ts";

export type NewsSettings = {
  topic: string | undefined;
  sender: string | undefined;
  subscription: string | undefined;
  keyFile: string | undefined;
  publicUrl: string | undefined;
};

/** What became of asking the subscription; absent where there is nothing to ask by. */
export type NewsTried = { kind: "asked" } | { kind: "refused" | "unreachable"; because: string };

const name = "mail news";

/** `isOpen`: others on this computer may read the file. */
export function judgeNewsKey(file: string, isOpen: boolean): Finding[] {
  return isOpen
    ? [warn("mail news key", `Others may read ${file} (GMAIL_SUBSCRIPTION_KEY).`, `chmod 600 ${file}`)]
    : [ok("mail news key", `nobody else may read ${file}`)];
}

/** Nothing where none is set up: polls do. */
export function judgeNews(
  { topic, sender, subscription, keyFile, publicUrl }: NewsSettings,
  tried: NewsTried | undefined,
): Finding[] {
  if ([topic, sender, subscription, keyFile].every((one) => one === undefined)) return [];
  if (topic === undefined)
    return [fail(name, "Gmail has no topic to tell.", "Set GMAIL_TOPIC (docs/connect-google.md).")];
  if (subscription !== undefined && keyFile === undefined)
    return [
      fail(
        name,
        "GMAIL_SUBSCRIPTION is set, and no key to ask it with.",
        "Set GMAIL_SUBSCRIPTION_KEY to the file of the service account's key.",
      ),
    ];
  if (keyFile !== undefined && subscription === undefined)
    return [fail(name, "A key is set, and no subscription to ask.", "Set GMAIL_SUBSCRIPTION.")];
  if (subscription !== undefined) return [judgeTried(subscription, tried)];
  if (sender === undefined)
    return [
      fail(
        name,
        "Nobody is set to bring what the topic is told.",
        "Set GMAIL_SUBSCRIPTION and its key, or GMAIL_TOPIC_SENDER (docs/connect-google.md).",
      ),
    ];
  return [
    publicUrl === undefined
      ? fail(
          name,
          "A subscription that posts has no address to post to.",
          "Set RAPPORT_PUBLIC_URL, or use a subscription that is asked (GMAIL_SUBSCRIPTION).",
        )
      : ok(name, `Gmail's news are posted to ${publicUrl}`),
  ];
}

function judgeTried(subscription: string, tried: NewsTried | undefined): Finding {
  switch (tried?.kind) {
    case "asked":
      return ok(name, `Gmail's news are asked of ${subscription}`);
    case "refused":
      return fail(
        name,
        `${subscription} cannot be asked: ${tried.because}.`,
        "Look at GMAIL_SUBSCRIPTION, GMAIL_SUBSCRIPTION_KEY and the rights of the service account. Mail is read by polls meanwhile.",
      );
    default:
      return warn(
        name,
        `${subscription} was not reached: ${tried?.because ?? "nobody asked"}.`,
        "Is this computer connected? Mail is read by polls meanwhile.",
      );
  }
}
