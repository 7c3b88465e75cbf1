/** Google's own clients for one account, all over our one fetch, and answers that are parsed before anyone sees them. */
import { calendar, type calendar_v3 } from "googleapis/build/src/apis/calendar/index.js";
import { gmail, type gmail_v1 } from "googleapis/build/src/apis/gmail/index.js";
import { oauth2, type oauth2_v2 } from "googleapis/build/src/apis/oauth2/index.js";
import { people, type people_v1 } from "googleapis/build/src/apis/people/index.js";
import { tasks, type tasks_v1 } from "googleapis/build/src/apis/tasks/index.js";
import type { z } from "zod";
import { type AccountCalls, accountFetch, type CallWorld } from "../http.ts";
import { type ProviderTrouble, TroubleError } from "../trouble.ts";

export type Clients = {
  gmail: gmail_v1.Gmail;
  calendar: calendar_v3.Calendar;
  people: people_v1.People;
  tasks: tasks_v1.Tasks;
  oauth2: oauth2_v2.Oauth2;
};

/** What every call carries. */
export type CallOptions = {
  fetchImplementation: typeof fetch;
  retry: false;
  responseType: "json";
};

type Call = (clients: Clients, options: CallOptions) => Promise<{ data: unknown }>;

export type GoogleApi = {
  /** Asks and parses the answer. Throws TroubleError, also for an answer that is not as documented. */
  ask<Shape extends z.ZodType>(shape: Shape, signal: AbortSignal, call: Call): Promise<z.output<Shape>>;
  /** The same for what changes something: after an answer that is not as documented nobody knows whether it did. */
  act<Shape extends z.ZodType>(shape: Shape, signal: AbortSignal, call: Call): Promise<z.output<Shape>>;
};

/** Stateless, and shared by all accounts: who asks is decided by the fetch of each call. */
const clients: Clients = {
  gmail: gmail("v1"),
  calendar: calendar("v3"),
  people: people("v1"),
  tasks: tasks("v1"),
  oauth2: oauth2("v2"),
};

export function googleApi(world: CallWorld, calls: AccountCalls): GoogleApi {
  const answer = async (signal: AbortSignal, call: Call): Promise<unknown> => {
    const fetchImplementation = accountFetch(world, calls, signal);
    const { data } = await call(clients, { fetchImplementation, retry: false, responseType: "json" }).catch(unwrapped);
    return data;
  };
  return {
    ask: async (shape, signal, call) =>
      parsed(shape, await answer(signal, call), { kind: "unreachable", because: "its answer is not as documented" }),
    act: async (shape, signal, call) =>
      parsed(shape, await answer(signal, call), { kind: "unknown_outcome", what: "its answer is not as documented" }),
  };
}

function parsed<Shape extends z.ZodType>(shape: Shape, data: unknown, orElse: ProviderTrouble): z.output<Shape> {
  const { success, data: found } = shape.safeParse(data);
  if (!success) throw new TroubleError(orElse);
  return found;
}

/** The client wraps what the fetch throws; callers see what was thrown. */
function unwrapped(fault: unknown): never {
  let thrown = fault;
  while (thrown instanceof Error && "config" in thrown && thrown.cause !== undefined) thrown = thrown.cause;
  throw thrown;
}

/** The trouble of an error, when it is one of these kinds; any other error is thrown on. */
export function troubleOfKind(
  fault: unknown,
  ...kinds: readonly TroubleError["trouble"]["kind"][]
): TroubleError["trouble"] {
  if (fault instanceof TroubleError && kinds.includes(fault.trouble.kind)) return fault.trouble;
  throw fault;
}
