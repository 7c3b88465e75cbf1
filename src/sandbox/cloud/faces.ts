/**
 * An account of the cloud in the product's own words, with nothing between: the third face beside the two HTTP ones. The
 * suites that hold the real adapters hold this one too, so each shows that the other is right.
 */
import type { ProviderAccount } from "../../integrations/provider.ts";
import type { CloudAccount } from "./account.ts";
import { calendarFace } from "./calendar-face.ts";
import type { Cloud } from "./cloud.ts";
import { mailFace } from "./mail-face.ts";
import { peopleFace } from "./people-face.ts";
import { tasksFace } from "./tasks-face.ts";

export const openInMemory = (cloud: Cloud, account: CloudAccount): Required<Omit<ProviderAccount, "push">> => ({
  profile: async () => ({
    address: account.address,
    name: `${account.given} ${account.family}`,
    zone: account.zone,
    aliases: [account.address, ...account.aliases],
  }),
  mail: mailFace(cloud, account),
  calendar: calendarFace(cloud, account),
  people: peopleFace(cloud, account),
  tasks: tasksFace(cloud, account),
});
