/** Whether a subject says by its prefix that the message answers or passes on another one: "Re:", "AW: ", "[EXT] TR:". */

const tag = "(?:\\[[^\\[\\]]{1,30}\\]\\s*)?";
const replies = "re|aw|sv|antw|rif|res|r|rép|vs|odp|ynt|yan|回复|答复|回覆|답장";
const forwards = "fwd?|wg|tr|rv|i|enc|fs|vl|pd|vb|doorst|ilt|továbbítás|转发|轉寄|전달";
const prefix = (words: string): RegExp => new RegExp(`^\\s*${tag}(?:${words})\\s?(?:\\[\\d+\\])?\\s?[:：]\\s*`, "i");
const reply = prefix(replies);
const forward = prefix(forwards);

export type AnsweredSubject = { as: "reply" | "forward"; rest: string };

/** The first prefix, and what stands behind it and its repetitions; undefined when the subject has none. At most 10 are read. */
export function answeredSubject(subject: string): AnsweredSubject | undefined {
  const as = forward.test(subject) ? "forward" : reply.test(subject) ? "reply" : undefined;
  if (as === undefined) return undefined;
  let rest = subject;
  for (let times = 0; times < 10 && (reply.test(rest) || forward.test(rest)); times += 1)
    rest = rest.replace(reply, "").replace(forward, "");
  return { as, rest };
}

/** How the subjects of a thread read in which this one stands, lower-cased: as it began, and answered. */
export function threadSubjects(subject: string): readonly string[] {
  const begun = (answeredSubject(subject)?.rest ?? subject).toLowerCase();
  return [begun, `re: ${begun}`];
}
