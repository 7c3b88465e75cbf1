/** What each permission serves for, in one line. */
const words: Readonly<Record<string, string>> = {
  openid: "to know the account again",
  email: "its address",
  profile: "your name",
  offline_access: "to read while you are away from this page",
  "gmail.readonly": "who wrote to whom and when; bodies only of people you deal with",
  "gmail.compose": "to put letters among your drafts, and send those that you approved",
  "calendar.events": "whom you met, when you are free, and to enter agreed meetings",
  "calendar.calendarlist.readonly": "which calendars you have",
  contacts: "your address book, and new people into it if you wish",
  "contacts.other.readonly": "names of people you wrote to",
  tasks: "the 30-day reminder, if you wish",
  "User.Read": "your name and address",
  "MailboxSettings.Read": "your time zone",
  "Mail.ReadWrite": "who wrote to whom and when, and letters among your drafts",
  "Mail.Send": "to send letters that you approved",
  "Calendars.ReadWrite": "whom you met, when you are free, and to enter agreed meetings",
  "Contacts.ReadWrite": "your address book, and new people into it if you wish",
  "Tasks.ReadWrite": "the 30-day reminder, if you wish",
};

export const scopeWords = (scope: string): string => {
  const name = scope.replace(/^https:\/\/[^/]+\/(auth\/)?/, "");
  return words[name] ?? "asked for by the provider's own rules";
};
