/** Two clicks on one button come at once: the second waits for the first and is answered the same. */
export type Once<Outcome> = (key: string, act: () => Promise<Outcome>) => Promise<Outcome>;

export function openOnce<Outcome>(): Once<Outcome> {
  const underWay = new Map<string, Promise<Outcome>>();
  return (key, act) => {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const begun = act().finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  };
}
