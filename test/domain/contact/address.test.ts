import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  brandOf,
  isFreeMail,
  mailboxKey,
  normaliseAddress,
  ownDomainsOf,
  registrableDomain,
  sameMailbox,
  sameOrganisation,
  tokensOf,
} from "../../../src/domain/contact/address.ts";

test.each`
  text                            | address
  ${" Priya.Nair@Acme.Example "}  | ${"priya.nair@acme.example"}
  ${"<priya@acme.example>"}       | ${"priya@acme.example"}
  ${"Priya <priya@acme.example>"} | ${"priya@acme.example"}
  ${"'priya@acme.example'"}       | ${"priya@acme.example"}
  ${"mailto:priya@acme.example"}  | ${"priya@acme.example"}
  ${"o'brien@acme.example"}       | ${"o'brien@acme.example"}
  ${"a+b=c@lists.example"}        | ${"a+b=c@lists.example"}
  ${"priya"}                      | ${undefined}
  ${"@acme.example"}              | ${undefined}
  ${"priya@"}                     | ${undefined}
  ${"a@b@c.example"}              | ${undefined}
  ${"a b@acme.example"}           | ${undefined}
  ${"a@acme..example"}            | ${undefined}
  ${"a@acme.example."}            | ${undefined}
  ${""}                           | ${undefined}
`("$text reads as $address", ({ text, address }) => expect(normaliseAddress(text)).toBe(address));

test("reading a normal address again changes nothing", () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const once = normaliseAddress(address);
      expect(once === undefined ? undefined : normaliseAddress(once)).toBe(once);
    }),
  );
});

test.each`
  one                          | other                     | same
  ${"pri.ya@gmail.com"}        | ${"priya@googlemail.com"} | ${true}
  ${"priya+news@gmail.com"}    | ${"p.r.i.y.a@gmail.com"}  | ${true}
  ${"priya+news@acme.example"} | ${"priya@acme.example"}   | ${true}
  ${"pri.ya@acme.example"}     | ${"priya@acme.example"}   | ${false}
  ${"priya@acme.example"}      | ${"priya@globex.example"} | ${false}
  ${"+@acme.example"}          | ${"@acme.example"}        | ${false}
`("$one and $other are one mailbox: $same", ({ one, other, same }) => expect(sameMailbox(one, other)).toBe(same));

test("a key is the key of itself", () => {
  fc.assert(fc.property(fc.emailAddress(), (address) => mailboxKey(mailboxKey(address)) === mailboxKey(address)));
});

describe("domains", () => {
  test.each`
    domain                    | registrable       | brand
    ${"acme.example"}         | ${"acme.example"} | ${"acme"}
    ${"mail.eu.acme.example"} | ${"acme.example"} | ${"acme"}
    ${"mail.acme.co.uk"}      | ${"acme.co.uk"}   | ${"acme"}
    ${"acme.co.uk"}           | ${"acme.co.uk"}   | ${"acme"}
    ${"news.acme.com.br"}     | ${"acme.com.br"}  | ${"acme"}
    ${"co.uk"}                | ${"co.uk"}        | ${"co"}
    ${"localhost"}            | ${"localhost"}    | ${"localhost"}
  `("$domain is registered as $registrable", ({ domain, registrable, brand }) => {
    expect(registrableDomain(domain)).toBe(registrable);
    expect(brandOf(domain)).toBe(brand);
  });

  test("free mail never makes two people colleagues (R6)", () => {
    expect(sameOrganisation("gmail.com", "gmail.com")).toBe(false);
    expect(sameOrganisation("yahoo.co.uk", "yahoo.co.uk")).toBe(false);
    expect(sameOrganisation("eu.acme.example", "acme.example")).toBe(true);
    expect(sameOrganisation("acme.example", "globex.example")).toBe(false);
  });

  test.each(["gmail.com", "googlemail.com", "hotmail.co.uk", "yahoo.fr", "web.de", "orange.fr", "proton.me"])(
    "%s is free mail",
    (domain) => expect(isFreeMail(domain)).toBe(true),
  );
  test.each(["acme.example", "gmail.example.org", "mygmail.com"])("%s is not free mail", (domain) =>
    expect(isFreeMail(domain)).toBe(false),
  );

  test("the own house is the domains of the owner's addresses, free mail left out (S6)", () => {
    expect(ownDomainsOf(["sam@eu.acme.example", "sam@acme.example", "sam@gmail.com"])).toEqual(["acme.example"]);
  });
});

test.each`
  local                | tokens
  ${"no-reply.uk2"}    | ${["no", "reply", "uk"]}
  ${"équipe_commande"} | ${["équipe", "commande"]}
  ${"42"}              | ${[]}
`("$local is made of $tokens", ({ local, tokens }) => expect(tokensOf(local)).toEqual(tokens));
