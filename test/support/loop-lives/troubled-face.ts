/**
 * An account of the sandbox in memory whose provider makes trouble: a call that never arrived, one that did its work and was
 * not answered, one that shall come later. What follows from it is the product's to find out.
 */
import { after, type Instant } from "../../../src/domain/time.ts";
import { TroubleError } from "../../../src/integrations/trouble.ts";

export type TroubleKind = "before" | "after" | "slow_down";

/** Calls that change something at the provider: of these nobody knows the outcome when the answer is lost. */
const effects: ReadonlySet<string> = new Set(["put", "replace", "remove", "send", "move", "cancel"]);

export type TroubleAt = { now(): Instant; troubleOf(call: string): TroubleKind | undefined };

/** The same part, its functions and those of its parts failing as `troubleOf` says. */
export const troubled = <Part extends object>(part: Part, name: string, at: TroubleAt): Part =>
  new Proxy(part, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      const call = `${name}.${String(key)}`;
      if (typeof value === "function") return askedFor(value as Call, String(key), call, at);
      return typeof value === "object" && value !== null && !Array.isArray(value) ? troubled(value, call, at) : value;
    },
  });

type Call = (...given: unknown[]) => unknown;

const askedFor = (asked: Call, key: string, call: string, at: TroubleAt): Call => {
  const lost = (): TroubleError =>
    new TroubleError(
      effects.has(key) ? { kind: "unknown_outcome", what: call } : { kind: "unreachable", because: `${call} was lost` },
    );
  const fail = (kind: TroubleKind): TroubleError =>
    kind === "slow_down" ? new TroubleError({ kind, until: after(at.now(), { seconds: 90 }) }) : lost();
  return (...given) => {
    const kind = at.troubleOf(call);
    if (kind === undefined) return asked(...given);
    const isStream = asked.constructor.name === "AsyncGeneratorFunction";
    if (isStream) return failingStream(fail(kind));
    return (async () => {
      if (kind === "after") await asked(...given);
      throw fail(kind);
    })();
  };
};

// biome-ignore lint/correctness/useYield: it fails before it has anything to give.
async function* failingStream(error: Error): AsyncGenerator<never> {
  throw error;
}
