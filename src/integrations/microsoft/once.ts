/** What is asked for once and kept for as long as the account is open; what failed is asked for again the next time. */
export function once<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  let kept: Promise<Answer> | undefined;
  return (...asked) => {
    if (kept === undefined) {
      kept = ask(...asked);
      kept.catch(() => {
        kept = undefined;
      });
    }
    return kept;
  };
}
