/** What of the page that stands in the browser whoever has no mouse cannot reach with Tab, or cannot see that they reached. */
import type { Page } from "playwright-core";

/** Dates and times are several stops in one field. */
const stopsPerControl = 8;

/** One line for each control that is passed over, does not show that it has the focus, or does not let go of it. */
export async function keyboardFindings(page: Page): Promise<string[]> {
  const count = await page.evaluate<number>(remember);
  let steps = 0;
  for (; steps < (count + 2) * stopsPerControl; steps++) {
    await page.keyboard.press("Tab");
    if (!(await page.evaluate<boolean>(step))) break;
  }
  return page.evaluate<string[]>(told);
}

/** What must be reached, each with its looks while it has no focus. Of the radio buttons of one name one is a stop. */
const remember = `(() => {
  document.activeElement?.blur();
  getSelection()?.removeAllRanges();
  // What is drawn or hidden shows its focus at its shape or its label.
  const shown = ["outlineStyle", "outlineWidth", "boxShadow", "borderColor", "backgroundColor", "stroke", "strokeWidth"];
  const looks = (one) => [one, one.querySelector("rect"), one.matches("input") ? one.nextElementSibling : null, one.closest("label")]
    .filter((each) => each !== null).flatMap((each) => shown.map((name) => getComputedStyle(each)[name])).join();
  const radios = new Set();
  const wanted = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((one) => {
    if (one.matches(":disabled, [type=hidden]") || one.tabIndex < 0 || one.closest("[inert]")) return false;
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type !== "radio") return true;
    const group = one.form?.querySelectorAll("input[type=radio][name='" + CSS.escape(one.name) + "']");
    const checked = [...(group ?? [])].find((other) => other.checked);
    const key = one.name + [...document.forms].indexOf(one.form);
    if (checked ? checked !== one : radios.has(key)) return false;
    radios.add(key);
    return true;
  });
  globalThis.keyboardWalk = { wanted, looks, before: new Map(wanted.map((one) => [one, looks(one)])), reached: [], dim: [], out: false };
  return wanted.length;
})()`;

/** Whether the walk goes on: it ends where the focus leaves the page or begins again. */
const step = `(() => {
  const walk = globalThis.keyboardWalk, one = document.activeElement;
  if (one === null || one === document.body || (walk.reached.length > 1 && one === walk.reached[0])) { walk.out = true; return false; }
  if (walk.reached.at(-1) === one) return true;
  walk.reached.push(one);
  if (walk.before.get(one) === walk.looks(one)) walk.dim.push(one);
  return true;
})()`;

/** A link to what the script fetched in its place is gone by then. */
const told = `(() => {
  const { wanted, reached, dim, out } = globalThis.keyboardWalk, tag = (one) => one.outerHTML.slice(0, 120);
  return [
    ...wanted.filter((one) => one.isConnected && !reached.includes(one)).map((one) => "not reached: " + tag(one)),
    ...dim.map((one) => "focus not seen: " + tag(one)),
    ...(out || wanted.length < 2 ? [] : ["does not let go: " + tag(reached.at(-1) ?? document.body)]),
  ];
})()`;
