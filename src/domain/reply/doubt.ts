/** What in a reply stands against a booking, however well a time in it fits. */
import type { TrimmedText } from "../mail/new-text.ts";
import { excerpt } from "./answer.ts";
import { namesPlace } from "./chosen.ts";
import type { Clause } from "./clauses.ts";
import * as doubting from "./doubting-words.ts";

/** What stands against a booking anywhere in the reply. */
export function doubtIn(clauses: readonly Clause[], trimmed: TrimmedText): { rule: string; text: string } | undefined {
  const found = (rule: string, text: string, clause?: Clause) => ({
    rule,
    text: clause === undefined ? text : `${text}: "${excerpt(clause.sentence)}".`,
  });
  if (trimmed.confidence < 0.5)
    return found("M6.not_surely_theirs", "It is not sure which words are the writer's own.");
  if (/[\u202a-\u202e\u2066-\u2069]/.test(trimmed.newText.text))
    return found("M6.direction_marks", "Hidden marks turn the direction of its words.");
  const anyTimed = clauses.some(({ phrases }) => phrases.length > 0);
  for (const clause of clauses) {
    const timed = clause.phrases.length > 0;
    if (clause.isAside ? !clause.hasUnreadNumber : timed && clause.isPast) continue;
    if (clause.doubts && (timed || clause.accepts || clause.isTurned || !anyTimed || clause.unexplained.length === 0))
      return found("M6.doubt", "They leave it open", clause);
    if (clause.shifts) return found("M6.moved", "They speak of another time", clause);
    if (clause.isQuestion && (timed || clause.denies))
      return found("M6.asks_about_time", "They ask about the time", clause);
    if (clause.denies && !timed) return found("M6.denies", "Something is denied, and it is not sure what", clause);
    if (clause.denies && timed && clause.accepts && isMixed(clause))
      return found("M6.yes_and_no", "Yes and no in one breath", clause);
    if (timed && !clause.isAgreed && clause.unexplained.some((word) => doubting.unreadTime.test(word)))
      return found("M6.unread_time", "More is said of the time than could be read", clause);
    if (!clause.isAgreed && doubting.pending.test(clause.text))
      return found("M6.pending", "An answer is still to come", clause);
    if (clause.hasUnreadNumber && !namesPlace(clause.text))
      return found("M6.unread_number", "A number in it could not be read", clause);
    if (clause.isBusy && !timed) return found("M6.busy", "They speak of something else they do", clause);
  }
  return undefined;
}

/** Both an agreeing and a denying word beside more than one time. */
const isMixed = ({ phrases }: Clause): boolean => phrases.length > 1;
