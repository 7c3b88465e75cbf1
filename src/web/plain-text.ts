/**
 * What the owner's pages are sent must be text that can be kept: a form whose parts can be told apart, and nowhere a NUL, which
 * PostgreSQL takes into no text.
 */
import { answerNotUnderstood } from "./answer.ts";
import type { Guard } from "./context.ts";
import { isUpload } from "./csrf.ts";
import { formOf } from "./fields.ts";

export const needPlainText: Guard = async (ask, next) => {
  const form = isUpload(ask) ? {} : await formOf(ask, { all: true });
  const texts = [...new URL(ask.req.url).searchParams, ...Object.entries(form ?? {})].flat(2);
  const isPlain =
    !/%00|\0/.test(ask.req.path) && texts.every((text) => typeof text !== "string" || !text.includes("\0"));
  return form !== undefined && isPlain ? next() : answerNotUnderstood(ask);
};
