/** The last change of a setting, with the way back. */
import { html } from "hono/html";
import type { SettingChanged } from "../../flows/owner/undo-setting.ts";
import { changing, icon, nothing, type Piece } from "./html.ts";
import type { Frame } from "./layout.ts";
import { when } from "./when.ts";

export const undoPath = "/settings/undo";

/** `back`: the page that it stands on. */
export const lastChangeView = (frame: Frame, change: SettingChanged | undefined, back: string): Piece =>
  change === undefined
    ? nothing
    : changing(
        { token: frame.token, action: undoPath, attributes: html`class="notice"` },
        html`<input type="hidden" name="back" value="${back}">
        <span>Changed last, ${when(change.at, frame.seen)}: ${change.names.map((name) => settingNames[name]).join(", ")}.</span>
        <button class="plain-button">${icon(frame.icons, "undo")} Take it back</button>`,
      );

const settingNames: Readonly<Record<SettingChanged["names"][number], string>> = {
  policy: "your rules",
  availability: "your hours",
  busy: "what counts as busy",
  ways: "where and how you meet",
  attendance: "how many events you go to",
  target_market: "your market",
  former_employers: "where you worked before",
  unasked: "which letters go without being asked",
};
