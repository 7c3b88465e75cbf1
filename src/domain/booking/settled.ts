/** When the silence of a provider says something: every call is over by then, and what was not found is not there. */
import { settleSeconds } from "../draft/sending.ts";
import { after, type Instant } from "../time.ts";

export const settledAt = ({ changedAt }: { changedAt: Instant }): Instant =>
  after(changedAt, { seconds: settleSeconds });
