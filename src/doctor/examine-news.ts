/** Looks at how Gmail tells of new mail: the settings, the key's file, and the subscription itself where it is to be asked. */
import { statSync } from "node:fs";
import type { Config } from "../config.ts";
import type { World } from "../flows/world.ts";
import { TroubleError } from "../integrations/trouble.ts";
import { timeout } from "../world.ts";
import type { Finding } from "./findings.ts";
import { judgeNews, judgeNewsKey, type NewsSettings, type NewsTried } from "./news-findings.ts";

const newsMsMax = 15_000;

export const newsFindings = async (config: Config, world: World): Promise<Finding[]> => [
  ...judgeNews(settingsOf(config), await tryNews(world)),
  ...keyFindings(config),
];

const settingsOf = (config: Config): NewsSettings => ({
  topic: config.GMAIL_TOPIC,
  sender: config.GMAIL_TOPIC_SENDER,
  subscription: config.GMAIL_SUBSCRIPTION,
  keyFile: config.GMAIL_SUBSCRIPTION_KEY,
  publicUrl: config.RAPPORT_PUBLIC_URL,
});

async function tryNews({ push }: World): Promise<NewsTried | undefined> {
  if (push?.gmail?.by !== "pull") return undefined;
  try {
    await push.gmail.news.prove(timeout(newsMsMax));
    return { kind: "asked" };
  } catch (fault) {
    if (!(fault instanceof TroubleError)) throw fault;
    const { trouble } = fault;
    return trouble.kind === "refused"
      ? { kind: "refused", because: trouble.because }
      : { kind: "unreachable", because: fault.message };
  }
}

function keyFindings({ GMAIL_SUBSCRIPTION_KEY: file }: Config): Finding[] {
  if (file === undefined) return [];
  try {
    return judgeNewsKey(file, (statSync(file).mode & 0o077) !== 0);
  } catch {
    // Not there, or not for us to look at: the question by it says so.
    return [];
  }
}
