/**
 * Notifications of Graph: a subscription is made once its address has answered a handshake, ends on its day unless it is renewed,
 * and tells that something changed and where, no more.
 */
import { after, type Instant, instantOf, millisOf, parseInstant } from "../../domain/time.ts";
import { type CloudAccount, type CloudNews, guid } from "../cloud/account.ts";
import type { Notice, Notify } from "../notices.ts";
import { tenantOf } from "../oauth/tenants.ts";
import {
  type Answer,
  type Call,
  created,
  denied,
  GraphFault,
  type GraphWorld,
  invalid,
  type Json,
  notFound,
  ok,
  type Route,
  route,
} from "./door.ts";

/** Brings a question to an address and its answer back; rejects when nobody answers. */
export type Ask = (notice: Notice) => Promise<{ status: number; mediaType: string; body: string }>;

type Subscription = {
  id: string;
  account: CloudAccount;
  resource: string;
  noun: CloudNews["noun"];
  changeType: string;
  notificationUrl: string;
  lifecycleUrl: string | undefined;
  clientState: string | undefined;
  endsAt: Instant;
};

export type LifecycleEvent = "missed" | "subscriptionRemoved" | "reauthorizationRequired";

/** Minutes that a subscription may live: https://learn.microsoft.com/graph/api/resources/subscription */
const livesMost: Readonly<Record<CloudNews["noun"], number>> = {
  mail: 10_080,
  calendar: 10_080,
  people: 10_080,
  tasks: 4_230,
};
const ofAccountMost = 1_000;
/** What watching needs is what reading needs. */
const scopes: Readonly<Record<CloudNews["noun"], readonly string[]>> = {
  mail: ["Mail.Read", "Mail.ReadBasic", "Mail.ReadWrite"],
  calendar: ["Calendars.Read", "Calendars.ReadWrite"],
  people: ["Contacts.Read", "Contacts.ReadWrite"],
  tasks: ["Tasks.Read", "Tasks.ReadWrite"],
};
const anyScope = [...new Set(Object.values(scopes).flat())];

export class Subscriptions {
  readonly #world: GraphWorld;
  readonly #notify: Notify;
  readonly #ask: Ask;
  readonly #subscriptions = new Map<string, Subscription>();

  constructor(world: GraphWorld, { notify, ask }: { notify: Notify; ask: Ask }) {
    this.#world = world;
    this.#notify = notify;
    this.#ask = ask;
    world.cloud.onNews((news) => this.#tell(news));
  }

  get routes(): Route[] {
    return [
      route("POST", "/subscriptions", anyScope, (call) => this.#create(call)),
      route("GET", "/subscriptions", anyScope, (call) =>
        ok({ value: this.#living(call.account).map(subscriptionJson) }),
      ),
      route("GET", "/subscriptions/:id", anyScope, (call) => ok(subscriptionJson(this.#find(call)))),
      route("PATCH", "/subscriptions/:id", anyScope, (call) => this.#renew(call)),
      route("POST", "/subscriptions/:id/reauthorize", anyScope, (call) => this.#reauthorize(call)),
      route("DELETE", "/subscriptions/:id", anyScope, (call) => this.#remove(call)),
    ];
  }

  /** Tells a program something about its subscription itself; one that was removed is no more. */
  lifecycle(id: string, event: LifecycleEvent): void {
    const subscription = this.#subscriptions.get(id);
    if (subscription === undefined) throw new Error(`no subscription ${id}`);
    if (event === "subscriptionRemoved") this.#subscriptions.delete(id);
    const { lifecycleUrl } = subscription;
    if (lifecycleUrl !== undefined) this.#send(lifecycleUrl, subscription, { lifecycleEvent: event });
  }

  async #create({ account, body, scopes: granted }: Call): Promise<Answer> {
    const resource = text(body, "resource").replace(/^\//, "");
    const noun = nounOf(resource);
    if (!scopes[noun].some((scope) => granted.has(scope))) throw denied();
    const notificationUrl = secure(text(body, "notificationUrl"));
    const lifecycleUrl =
      body.lifecycleNotificationUrl === undefined ? undefined : secure(text(body, "lifecycleNotificationUrl"));
    const clientState = body.clientState === undefined ? undefined : text(body, "clientState");
    if (clientState !== undefined && clientState.length > 128) throw invalid("clientState");
    const endsAt = this.#endsAt(body, noun);
    if (this.#living(account).length >= ofAccountMost)
      throw new GraphFault(403, "ExtensionError", "Too many subscriptions.");
    for (const url of new Set([notificationUrl, ...(lifecycleUrl === undefined ? [] : [lifecycleUrl])]))
      await this.#shakeHands(url);
    const { ids } = this.#world.cloud;
    const subscription: Subscription = {
      id: guid(ids.hex() + ids.hex()),
      account,
      resource,
      noun,
      changeType: text(body, "changeType"),
      notificationUrl,
      lifecycleUrl,
      clientState,
      endsAt,
    };
    this.#subscriptions.set(subscription.id, subscription);
    return created(subscriptionJson(subscription));
  }

  /** The address must give back the words that it was asked with, as plain text. */
  async #shakeHands(url: string): Promise<void> {
    const token = `Validation: Testing client application reachability for subscription Request-Id: ${this.#world.cloud.ids.hex()}`;
    const asked = new URL(url);
    asked.searchParams.set("validationToken", token);
    const refused = (says: string) =>
      new GraphFault(400, "ValidationError", `Subscription validation request failed. ${says}`);
    const answer = await this.#ask({
      url: asked.href,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
      body: "",
    }).catch(() => {
      throw refused("The address did not answer.");
    });
    if (answer.status !== 200 || !answer.mediaType.startsWith("text/plain") || answer.body !== token) {
      throw refused("Must respond with 200 OK and the token in the request's query.");
    }
  }

  #renew(call: Call): Answer {
    const subscription = this.#find(call);
    if (call.body.expirationDateTime === undefined) throw invalid("expirationDateTime");
    subscription.endsAt = this.#endsAt(call.body, subscription.noun);
    return ok(subscriptionJson(subscription));
  }

  #reauthorize(call: Call): Answer {
    this.#find(call);
    return { status: 204 };
  }

  #remove(call: Call): Answer {
    this.#subscriptions.delete(this.#find(call).id);
    return { status: 204 };
  }

  #endsAt(body: Json, noun: CloudNews["noun"]): Instant {
    const asked = parseInstant(text(body, "expirationDateTime"));
    const now = this.#world.cloud.now();
    if (asked === undefined || asked <= now || asked > after(now, { minutes: livesMost[noun] })) {
      throw new GraphFault(
        400,
        "ValidationError",
        "Subscription expiration can only be so many minutes in the future.",
      );
    }
    // Given back to the second: programs go by what they are told, not by what they asked for.
    return instantOf(Math.floor(millisOf(asked) / 1000) * 1000);
  }

  #living(account: CloudAccount): Subscription[] {
    const now = this.#world.cloud.now();
    for (const [id, { endsAt }] of this.#subscriptions) if (endsAt <= now) this.#subscriptions.delete(id);
    return [...this.#subscriptions.values()].filter((one) => one.account === account);
  }

  #find({ account, param }: Call): Subscription {
    const found = this.#living(account).find(({ id }) => id === param("id"));
    if (found === undefined) throw notFound();
    return found;
  }

  #tell({ account, noun }: CloudNews): void {
    if (account.provider !== "microsoft") return;
    for (const subscription of this.#living(account)) {
      if (subscription.noun !== noun) continue;
      const changeType = subscription.changeType.includes("updated")
        ? "updated"
        : subscription.changeType.split(",")[0];
      this.#send(subscription.notificationUrl, subscription, {
        changeType,
        resourceData: { "@odata.type": "#Microsoft.Graph.Item" },
      });
    }
  }

  #send(url: string, { id, account, resource, clientState, endsAt }: Subscription, told: Json): void {
    const notification = {
      subscriptionId: id,
      subscriptionExpirationDateTime: endsAt,
      tenantId: tenantOf(account),
      resource,
      ...(clientState !== undefined && { clientState }),
      ...told,
    };
    this.#notify({
      url,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ value: [notification] }),
    });
  }
}

function subscriptionJson({
  id,
  resource,
  changeType,
  notificationUrl,
  lifecycleUrl,
  clientState,
  endsAt,
}: Subscription): Json {
  return {
    id,
    resource,
    changeType,
    notificationUrl,
    lifecycleNotificationUrl: lifecycleUrl ?? null,
    clientState: clientState ?? null,
    expirationDateTime: endsAt,
    latestSupportedTlsVersion: "v1_2",
    includeResourceData: null,
  };
}

function nounOf(resource: string): CloudNews["noun"] {
  if (/^me\/(mailFolders\(?.+\)?\/)?messages$/i.test(resource)) return "mail";
  if (/^me\/(calendars\/.+\/)?events$/i.test(resource)) return "calendar";
  if (/^me\/contacts$/i.test(resource)) return "people";
  if (/^me\/todo\/lists\/.+\/tasks$/i.test(resource)) return "tasks";
  throw invalid("resource");
}

function text(body: Json, name: string): string {
  const given = body[name];
  if (typeof given !== "string" || given === "") throw invalid(name);
  return given;
}

function secure(url: string): string {
  if (!/^https:\/\//.test(url))
    throw new GraphFault(400, "ValidationError", "The notification address must begin with https.");
  return url;
}
