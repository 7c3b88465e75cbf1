/** What axe-core finds wrong with the page that stands in the browser, one line a place. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Colours take axe as long as all else. */
const colours = { "color-contrast": { enabled: false } };
const targets = { "target-size": { enabled: true } };

/** By which rules: all, all but those of colours, or those that are named. */
export type Rules = "all" | "without colours" | readonly string[];

export async function axeFindings(page: Page, rules: Rules): Promise<string[]> {
  // Evaluated by the debugger, as the policy of our pages lets no other script in.
  await page.evaluate(`globalThis.axe ??= (() => { ${source}; return globalThis.axe; })()`);
  const which =
    typeof rules === "string"
      ? { rules: { ...targets, ...(rules === "without colours" && colours) } }
      : { runOnly: rules };
  const wish = { resultTypes: ["violations"], preload: false, ...which };
  return page.evaluate<string[]>(`axe.run(document, ${JSON.stringify(wish)}).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) =>
      [id, help, target.join(" "), any.map(({ message }) => message).join(" ")].join(" | "))))`);
}

/** Unfolds all that a reader may unfold. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(
    "for (const one of document.querySelectorAll('main details')) { one.removeAttribute('name'); one.open = true; }",
  );
