/**
 * Gmail's notifications by way of Pub/Sub: an account is watched for a topic, a subscription brings the topic's messages to
 * an address or keeps them until they are pulled.
 */
import { after, type Instant } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import type { Cloud } from "../cloud/cloud.ts";
import type { Notify } from "../notices.ts";

type Watched = { topic: string; endsAt: Instant; toldAt?: Instant };

export type MailSubscription = {
  /** `projects/<project>/subscriptions/<name>` */
  name: string;
  topic: string;
  /** Where messages are posted; kept for pulling when left out. */
  push?: { url: string /** What stands behind "Bearer": signed by Google for this audience. */; token: () => string };
};

export type PubSubMessage = { data: string; messageId: string; publishTime: string };

const keptMost = 1_000;
/** More than one notification a second for an account is dropped. */
const quietMilliseconds = 1_000;

export class MailPush {
  readonly #cloud: Cloud;
  readonly #notify: Notify;
  readonly #watched = new Map<string, Watched>();
  readonly #subscriptions: MailSubscription[] = [];
  readonly #kept = new Map<string, { ackId: string; message: PubSubMessage }[]>();

  constructor(cloud: Cloud, notify: Notify) {
    this.#cloud = cloud;
    this.#notify = notify;
    cloud.onNews(({ account, noun }) => {
      if (noun === "mail" && account.provider === "google") this.#tell(account);
    });
  }

  subscribe(subscription: MailSubscription): void {
    this.#subscriptions.push(subscription);
  }

  /** Whether it keeps what it is told. */
  isSubscription(name: string): boolean {
    return this.#subscriptions.some((one) => one.name === name && one.push === undefined);
  }

  watch({ address }: CloudAccount, watched: { topic: string; endsAt: Instant }): void {
    this.#watched.set(address, watched);
  }

  stop({ address }: CloudAccount): void {
    this.#watched.delete(address);
  }

  isWatched({ address }: CloudAccount): boolean {
    const watched = this.#watched.get(address);
    return watched !== undefined && watched.endsAt > this.#cloud.now();
  }

  /** Of a subscription that does not push: the oldest that nobody acknowledged. */
  pull(name: string, most: number): { ackId: string; message: PubSubMessage }[] {
    return (this.#kept.get(name) ?? []).slice(0, most);
  }

  acknowledge(name: string, ackIds: readonly string[]): void {
    this.#kept.set(
      name,
      (this.#kept.get(name) ?? []).filter(({ ackId }) => !ackIds.includes(ackId)),
    );
  }

  #tell(account: CloudAccount): void {
    const watched = this.#watched.get(account.address);
    const now = this.#cloud.now();
    if (watched === undefined || watched.endsAt <= now) return;
    if (watched.toldAt !== undefined && now < after(watched.toldAt, { milliseconds: quietMilliseconds })) return;
    watched.toldAt = now;
    const news = { emailAddress: account.address, historyId: account.mailbox.log.newest };
    const message: PubSubMessage = {
      data: Buffer.from(JSON.stringify(news)).toString("base64"),
      messageId: this.#cloud.ids.hex(),
      publishTime: now,
    };
    for (const { name, topic, push } of this.#subscriptions) {
      if (topic !== watched.topic) continue;
      if (push === undefined) {
        const kept = [...(this.#kept.get(name) ?? []), { ackId: this.#cloud.ids.word(30), message }];
        this.#kept.set(name, kept.slice(-keptMost));
        continue;
      }
      this.#notify({
        url: push.url,
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${push.token()}` },
        body: JSON.stringify({ message, subscription: name }),
      });
    }
  }
}
