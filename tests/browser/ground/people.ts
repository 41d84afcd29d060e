// People with accounts, made as they are made in life: set up, invited, signed in, but without waiting for a screen.
import { type APIRequestContext, type BrowserContext, request } from "@playwright/test";

import { Letters } from "./letters";
import type { Program } from "./program";

export type Office = "member" | "secretariat" | "administrator";

type Cookies = Parameters<BrowserContext["addCookies"]>[0];

export interface Account {
  name: string;
  email: string;
  office: Office;
  password?: string;
}

let made = 0;

/** An address that nobody else has. */
export function newAddress(word: string): string {
  return `${word}.${process.pid}.${made++}@example.se`;
}

/** Long, and in no list of common ones. */
export const PASSWORD = "fyrtio blå mulor i Mora";

export class People {
  readonly letters: Letters;
  /** Of the demo's members: nobody may ask for codes again and again. */
  private readonly kept = new Map<string, Cookies>();

  private constructor(
    private readonly program: Program,
    readonly administrator: Account,
    private readonly desk: APIRequestContext,
  ) {
    this.letters = new Letters(desk);
  }

  /** The people of `radslag demo`, who sit in a partnership and have processes under way. */
  static async ofDemo(program: Program): Promise<People> {
    program.run("demo");
    const desk = await callFrom(program);
    const administrator: Account = {
      name: "Astrid Berglund",
      email: "astrid@demo.example",
      office: "administrator",
      password: "lugn sjö om hösten",
    };
    const { email, password } = administrator;
    await send(desk, "/sign-in/password", { form: "sign_in_with_password", email, password: password! });
    return new People(program, administrator, desk);
  }

  /** One of the demo's members, by the beginning of the address. */
  member(name: string): Account {
    return { name, email: `${name}@demo.example`, office: "member" };
  }

  static async withFirstAdministrator(program: Program): Promise<People> {
    const desk = await callFrom(program);
    const administrator: Account = {
      name: "Anna Administratör",
      email: "anna@example.se",
      office: "administrator",
      password: PASSWORD,
    };
    const { name, email } = administrator;
    await send(desk, program.setUpLink(), { form: "set_up", name, email, password: PASSWORD, again: PASSWORD });
    return new People(program, administrator, desk);
  }

  async leave() {
    await this.desk.dispose();
  }

  /** Somebody who was invited and has accepted. */
  async invited(name: string, office: Office = "member", email = newAddress("inbjuden")): Promise<Account> {
    const link = await this.invite(email, office);
    const there = await callFrom(this.program);
    const password = office === "member" ? undefined : PASSWORD;
    const chosen: Record<string, string> = password ? { password, again: password } : {};
    await send(there, link, { form: "accept_invitation", name, ...chosen });
    await there.dispose();
    return { name, email, office, password };
  }

  /** Invites an address and returns the link's path. */
  async invite(email: string, office: Office = "member"): Promise<string> {
    await send(this.desk, "/people", { form: "invite_person", email, office });
    return this.letters.linkTo(email, "invitations");
  }

  /** Sets the language of the administrator's account. */
  async speak(language: string) {
    await send(this.desk, "/settings", { form: "change_language", language });
  }

  /** A link with which somebody chooses a new password. */
  async passwordLink(): Promise<string> {
    const sara = await this.invited("Sara", "secretariat");
    await send(this.desk, "/password/forgot", { form: "request_password_link", email: sara.email });
    return this.letters.linkTo(sara.email, "password/new");
  }

  /** The first address of this kind on a page that the administrator sees. */
  async firstLink(path: string, wanted: RegExp): Promise<string> {
    const found = wanted.exec(await (await this.desk.get(path)).text());
    if (!found) throw new Error(`nothing like ${wanted} on ${path}`);
    return found[0];
  }

  /** The cookies of a browser in which this account has just signed in. */
  async cookiesOf(account: Account): Promise<Cookies> {
    const kept = this.kept.get(account.email);
    if (kept) return kept;
    const there = await callFrom(this.program);
    if (account.password) {
      const { email, password } = account;
      await send(there, "/sign-in/password", { form: "sign_in_with_password", email, password });
    } else {
      await send(there, "/sign-in", { form: "request_code", email: account.email });
      const code = await this.letters.codeFor(account.email);
      await send(there, "/sign-in/code", { form: "enter_code", code });
    }
    const state = await there.storageState();
    await there.dispose();
    if (account.email.endsWith("@demo.example") && !account.password) this.kept.set(account.email, state.cookies);
    return state.cookies;
  }
}

function callFrom(program: Program): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: program.address,
    extraHTTPHeaders: { origin: program.address, "sec-fetch-site": "same-origin" },
  });
}

/** Sends a form as the page's script does; a refusal ends the test. */
async function send(from: APIRequestContext, path: string, form: Record<string, string>) {
  const answer = await from.post(path, { form, headers: { accept: "application/json" } });
  if (!answer.ok()) throw new Error(`${form.form} at ${path}: ${answer.status()} ${await answer.text()}`);
}
