/** The Gmail API of the sandbox: what provider programs call for reading, drafts and sending. Changes by the owner's own hand are made on the cloud. */
import type { Hono } from "hono";
import { after, millisOf } from "../../domain/time.ts";
import type { CloudAccount } from "../cloud/account.ts";
import { places } from "../cloud/mailbox.ts";
import type { Limit } from "../quota.ts";
import {
  type Call,
  GoogleFault,
  type GoogleWorld,
  googleApi,
  invalid,
  type Json,
  notFound,
  type Route,
} from "./door.ts";
import { createDraft, deleteDraft, getDraft, sendDraft, sendMessage, updateDraft } from "./gmail-drafts.ts";
import { placeOfLabel, systemLabels } from "./gmail-labels.ts";
import { formatOf, getThread, listDrafts, listHistory, listMessages } from "./gmail-lists.ts";
import { attachmentJson, messageJson } from "./gmail-message.ts";
import { gmailScopes as scopes } from "./gmail-scopes.ts";
import type { MailPush } from "./mail-push.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Units: of one user and of the project in a minute, and of the project in a day. */
export const gmailQuota = { userMinute: 6_000, projectMinute: 1_200_000, projectDay: 80_000_000 } as const;
/** Letters in a day. */
const sendsMost = { consumer: 500, work: 2_000 } as const;
const watchDays = 7;

const limitsOf = ({ address }: CloudAccount, units: number): Limit[] => [
  { key: `gmail/user/${address}`, units, windowMs: minuteMs, windowUnits: gmailQuota.userMinute },
  { key: "gmail/project", units, windowMs: minuteMs, windowUnits: gmailQuota.projectMinute },
  { key: "gmail/project/day", units, windowMs: dayMs, windowUnits: gmailQuota.projectDay },
];

export function gmailApi(world: GoogleWorld, push: MailPush): Hono {
  const { cloud, quota } = world;
  const me = "/gmail/v1/users/:userId";
  const mine = (answer: Route["answer"]) => (call: Call) => {
    const userId = call.param("userId");
    if (userId !== "me" && userId !== call.account.address)
      throw new GoogleFault(403, "forbidden", "Not the mailbox of this token.");
    return answer(call);
  };
  const countSend = ({ account }: Call) => {
    const day = { windowMs: dayMs, windowUnits: sendsMost[account.kind], units: 1 };
    if (quota.spend([{ key: `gmail/sends/${account.address}`, ...day }]) !== undefined)
      throw new GoogleFault(429, "rateLimitExceeded", "Too many letters today.");
  };
  const route = (
    method: Route["method"],
    path: string,
    units: number,
    needs: readonly string[],
    answer: Route["answer"],
  ): Route => ({ method, path: `${me}${path}`, units, scopes: needs, answer: mine(answer) });
  return googleApi(
    world,
    [
      route("GET", "/profile", 1, scopes.profile, profileJson),
      route("GET", "/labels", 1, scopes.labels, () => ({ labels: systemLabels.map((id) => labelJson(id)) })),
      route("GET", "/labels/:id", 1, scopes.labels, getLabel),
      route("GET", "/messages", 5, scopes.list, listMessages),
      route("GET", "/messages/:id", 20, scopes.list, getMessage),
      route("GET", "/messages/:messageId/attachments/:id", 20, scopes.read, getAttachment),
      route("POST", "/messages/send", 100, scopes.send, (call) => {
        countSend(call);
        return sendMessage(cloud, call);
      }),
      route("GET", "/history", 2, scopes.list, listHistory),
      route("GET", "/threads/:id", 40, scopes.list, getThread),
      route("GET", "/drafts", 5, scopes.readDrafts, listDrafts),
      route("POST", "/drafts", 10, scopes.compose, createDraft),
      route("POST", "/drafts/send", 100, scopes.compose, (call) => {
        countSend(call);
        return sendDraft(cloud, call);
      }),
      route("GET", "/drafts/:id", 20, scopes.readDrafts, getDraft),
      route("PUT", "/drafts/:id", 15, scopes.compose, updateDraft),
      route("DELETE", "/drafts/:id", 10, scopes.compose, deleteDraft),
      route("GET", "/settings/sendAs", 1, scopes.settings, listSendAs),
      route("POST", "/watch", 100, scopes.list, (call) => {
        const topic = call.body.topicName;
        if (typeof topic !== "string" || !/^projects\/[^/]+\/topics\/[^/]+$/.test(topic)) throw invalid("topicName");
        const endsAt = after(call.now, { days: watchDays });
        push.watch(call.account, { topic, endsAt });
        return { historyId: String(call.account.mailbox.log.newest), expiration: String(millisOf(endsAt)) };
      }),
      route("POST", "/stop", 50, scopes.list, (call) => {
        push.stop(call.account);
        return undefined;
      }),
    ],
    limitsOf,
  );
}

function profileJson({ account: { address, mailbox } }: Call): Json {
  const historyId = String(mailbox.log.newest);
  return { emailAddress: address, messagesTotal: mailbox.count(), threadsTotal: mailbox.count(), historyId };
}

function getLabel({ account, param }: Call): Json {
  const id = param("id");
  if (!systemLabels.some((label) => label === id)) throw notFound("the label");
  const place = placeOfLabel(id);
  const isCounted = place !== undefined && places.includes(place);
  return { ...labelJson(id), ...(isCounted && { messagesTotal: account.mailbox.count(place) }) };
}

const labelJson = (id: string): Json => ({ id, name: id, type: "system" });

function getMessage({ account, param, query, scopes: granted }: Call): Json {
  const message = account.mailbox.find(param("id"));
  if (message === undefined) throw notFound("the message");
  const format = formatOf(query);
  const mayRead = granted.some((scope) => /gmail\.(?:readonly|modify)$|mail\.google\.com/.test(scope));
  if (!mayRead && (format === "full" || format === "raw"))
    throw new GoogleFault(403, "forbidden", "The metadata scope does not show bodies.");
  return messageJson(message, format, query.getAll("metadataHeaders"));
}

function getAttachment({ account, param }: Call): Json {
  const message = account.mailbox.find(param("messageId"));
  if (message === undefined) throw notFound("the message");
  return attachmentJson(message, param("id"));
}

function listSendAs({ account: { address, aliases, given, family } }: Call): Json {
  const one = (sendAsEmail: string, isPrimary: boolean): Json => ({
    sendAsEmail,
    displayName: `${given} ${family}`,
    replyToAddress: "",
    signature: "",
    isDefault: isPrimary,
    treatAsAlias: !isPrimary,
    ...(isPrimary ? { isPrimary } : { verificationStatus: "accepted" }),
  });
  return { sendAs: [one(address, true), ...aliases.map((alias) => one(alias, false))] };
}
