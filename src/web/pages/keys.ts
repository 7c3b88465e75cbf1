/** What each key does. */
import { answerPage, frameOf } from "../answer.ts";
import type { Ask } from "../context.ts";
import { keysView } from "../views/layout.ts";

export const showKeys = (ask: Ask) => answerPage(ask, frameOf(ask), { title: "Keys", body: keysView });
