/** Calendar's notification channels: an address is told that something changed, without what. */
import { after, type Instant, instantOf, millisOf } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { Cloud } from "../cloud/cloud.ts";
import type { Notify } from "../notices.ts";
import { type Call, GoogleFault, invalid, type Json, notFound } from "./door.ts";

type Channel = {
  id: string;
  token: string | undefined;
  address: string;
  resourceId: string;
  resourceUri: string;
  account: CloudAccount;
  /** Undefined for the list of calendars. */
  calendarId: string;
  endsAt: Instant;
  told: number;
};

const channelDays = 7;

export class CalendarPush {
  readonly #cloud: Cloud;
  readonly #notify: Notify;
  #channels: Channel[] = [];

  constructor(cloud: Cloud, notify: Notify) {
    this.#cloud = cloud;
    this.#notify = notify;
    cloud.onNews(({ account, noun, name }) => {
      if (noun !== "calendar") return;
      for (const channel of this.#open()) {
        if (channel.account === account && channel.calendarId === name) this.#tell(channel, "exists");
      }
    });
  }

  /** How many channels of an account are open. */
  count(account: CloudAccount): number {
    return this.#open().filter((channel) => channel.account === account).length;
  }

  /** Opens a channel and tells it at once that it is open. */
  watch({ account, body, now }: Call, calendarId: string): Json {
    const { id, token, type, address, expiration, params } = body;
    if (typeof id !== "string" || !/^[A-Za-z0-9\-_+/=]{1,64}$/.test(id)) throw invalid("id");
    if (type !== "web_hook") throw invalid("type");
    if (typeof address !== "string" || !address.startsWith("https://"))
      throw new GoogleFault(400, "push.webhookUrlNotHttps", "The address must be https.");
    if (this.#open().some((channel) => channel.id === id))
      throw new GoogleFault(400, "channelIdNotUnique", "There is a channel of that id.");
    const ttl = Number((params as Json | undefined)?.ttl ?? channelDays * 86_400);
    const latest = after(now, { seconds: Math.min(ttl, channelDays * 86_400) });
    const asked = typeof expiration === "string" && /^\d+$/.test(expiration) ? instantOf(Number(expiration)) : latest;
    const channel: Channel = {
      id,
      token: typeof token === "string" ? token : undefined,
      address,
      resourceId: this.#cloud.ids.word(27),
      resourceUri: `https://www.googleapis.com/calendar/v3/calendars/${encodeURIComponent(calendarId)}/events?alt=json`,
      account,
      calendarId,
      endsAt: asked < latest ? asked : latest,
      told: 0,
    };
    this.#channels.push(channel);
    this.#tell(channel, "sync");
    return {
      kind: "api#channel",
      id,
      resourceId: channel.resourceId,
      resourceUri: channel.resourceUri,
      ...(channel.token !== undefined && { token: channel.token }),
      expiration: String(millisOf(channel.endsAt)),
    };
  }

  stop({ account, body }: Call): undefined {
    const channel = this.#channels.find(
      (one) => one.id === body.id && one.resourceId === body.resourceId && one.account === account,
    );
    if (channel === undefined) throw notFound("the channel");
    this.#channels = this.#channels.filter((one) => one !== channel);
  }

  #open(): Channel[] {
    const now = this.#cloud.now();
    this.#channels = this.#channels.filter(({ endsAt }) => endsAt > now);
    return this.#channels;
  }

  #tell(channel: Channel, state: "sync" | "exists"): void {
    channel.told += 1;
    this.#notify({
      url: channel.address,
      headers: {
        "X-Goog-Channel-ID": channel.id,
        "X-Goog-Message-Number": String(channel.told),
        "X-Goog-Resource-ID": channel.resourceId,
        "X-Goog-Resource-State": state,
        "X-Goog-Resource-URI": channel.resourceUri,
        "X-Goog-Channel-Expiration": new Date(channel.endsAt).toUTCString(),
        ...(channel.token !== undefined && { "X-Goog-Channel-Token": channel.token }),
      },
      body: "",
    });
  }
}
