/** Words that only the owner can give stand in brackets in a letter or a note, and are marked. */
import { html } from "hono/html";
import type { Piece } from "./html.ts";

export const withOpenMarked = (text: string): Piece[] =>
  text.split(/(\[ [^\]]+ \])/).map((part) => (hasOpenWords(part) ? html`<mark>${part}</mark>` : part));

export const hasOpenWords = (text: string): boolean => /\[ [^\]]+ \]/.test(text);
