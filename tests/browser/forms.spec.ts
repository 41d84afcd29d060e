// Every form, with scripts and without: what it does, and what it says when it is refused.
import type { Page } from "@playwright/test";

import { form, open, send } from "./ground/forms";
import { expect, test } from "./ground/ground";
import { PASSWORD, type People, newAddress } from "./ground/people";
import type { Program } from "./ground/program";
import { totp } from "./ground/totp";

const OTHER_PASSWORD = "sju gröna krokodiler i Falun";

interface Stage {
  page: Page;
  people: People;
  program: Program;
  signIn: (account: Parameters<People["cookiesOf"]>[0]) => Promise<void>;
}

async function notice(page: Page) {
  await expect(page.locator(".notice")).toBeVisible();
}

async function signedIn(page: Page, name: string) {
  await expect(page.locator("header .me")).toContainText(name);
}

/** Turns the second step on and returns the app's key. */
async function begin(page: Page, program: Program): Promise<string> {
  await open(page, "/settings/security");
  await send(page, "begin_totp");
  const key = (await page.locator(".groups").innerText()).replace(/\s/g, "");
  await send(page, "confirm_totp", { code: totp(key, await program.now()) });
  await expect(page.locator(".codes li")).toHaveCount(10);
  return key;
}

const ways: Record<string, (stage: Stage) => Promise<void>> = {
  async request_code({ page, people }) {
    const member = await people.invited("Maria");
    await open(page, "/sign-in");
    await send(page, "request_code", { email: member.email });
    await expect(page).toHaveURL(/\/sign-in\/code$/);
    await expect(form(page, "enter_code")).toBeVisible();
  },
  async enter_code({ page, people }) {
    const member = await people.invited("Maria Medlem");
    await open(page, "/sign-in");
    await send(page, "request_code", { email: member.email });
    await expect(page).toHaveURL(/\/sign-in\/code$/);
    await send(page, "enter_code", { code: await people.letters.codeFor(member.email) });
    await signedIn(page, "Maria Medlem");
  },
  async sign_in_with_password({ page, people }) {
    await open(page, "/sign-in/password");
    await send(page, "sign_in_with_password", { email: people.administrator.email, password: people.administrator.password! });
    await signedIn(page, people.administrator.name);
  },
  async second_factor({ page, people, program, signIn }) {
    const sara = await people.invited("Sara Sekreterare", "secretariat");
    await signIn(sara);
    const key = await begin(page, program);
    await page.context().clearCookies();
    await open(page, "/sign-in/password");
    await send(page, "sign_in_with_password", { email: sara.email, password: PASSWORD });
    await expect(page).toHaveURL(/\/sign-in\/second/);
    await send(page, "second_factor", { code: totp(key, await program.pass(30_000)) });
    await signedIn(page, "Sara Sekreterare");
  },
  async sign_out({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/");
    await send(page, "sign_out");
    await expect(page).toHaveURL(/\/sign-in$/);
    await notice(page);
  },
  async request_password_link({ page, people }) {
    const sara = await people.invited("Sara", "secretariat");
    await open(page, "/password/forgot");
    await send(page, "request_password_link", { email: sara.email });
    await notice(page);
    await people.letters.linkTo(sara.email, "password/new");
  },
  async set_password_by_link({ page, people }) {
    const sara = await people.invited("Sara", "secretariat");
    await open(page, "/password/forgot");
    await send(page, "request_password_link", { email: sara.email });
    await notice(page);
    await open(page, await people.letters.linkTo(sara.email, "password/new"));
    await send(page, "set_password_by_link", { password: OTHER_PASSWORD, again: OTHER_PASSWORD });
    await expect(page).toHaveURL(/\/sign-in\/password$/);
    await notice(page);
  },
  async accept_invitation({ page, people }) {
    await open(page, await people.invite(newAddress("kim"), "secretariat"));
    await send(page, "accept_invitation", { name: "Kim Sekreterare", password: PASSWORD, again: PASSWORD });
    await signedIn(page, "Kim Sekreterare");
  },
  async change_profile({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/settings");
    await send(page, "change_profile", { name: "Maria Hedlund" });
    await notice(page);
    await signedIn(page, "Maria Hedlund");
  },
  async change_language({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/settings");
    const before = await page.locator("html").getAttribute("lang");
    await page.locator("footer form.lang button").click();
    await expect(page.locator("html")).not.toHaveAttribute("lang", before!);
    await expect(page).toHaveURL(/\/settings$/);
  },
  async change_theme({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/settings");
    await send(page, "change_theme", { theme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  },
  async change_picture({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/settings");
    await choosePicture(page);
    await notice(page);
    await expect(page.locator("header img")).toBeVisible();
  },
  async remove_picture({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/settings");
    await choosePicture(page);
    await expect(page.locator("header img")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await send(page, "remove_picture");
    await expect(page.locator("header img")).toHaveCount(0);
  },
  async restore_picture({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/settings");
    await choosePicture(page);
    await expect(page.locator("header img")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await send(page, "remove_picture");
    await expect(page.locator("header img")).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    await send(page, "restore_picture");
    await expect(page.locator("header img")).toBeVisible();
  },
  async change_password({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/settings/security");
    await send(page, "change_password", { password: OTHER_PASSWORD, again: OTHER_PASSWORD });
    await notice(page);
    await expect(form(page, "remove_password")).toBeVisible();
  },
  async remove_password({ page, people, signIn }) {
    await signIn(await people.invited("Maria"));
    await open(page, "/settings/security");
    await send(page, "change_password", { password: OTHER_PASSWORD, again: OTHER_PASSWORD });
    await expect(form(page, "remove_password")).toBeVisible();
    await send(page, "remove_password", { current: OTHER_PASSWORD });
    await expect(form(page, "remove_password")).toHaveCount(0);
  },
  async begin_totp({ page, people, signIn }) {
    await signIn(await people.invited("Sara", "secretariat"));
    await open(page, "/settings/security");
    await send(page, "begin_totp");
    await expect(page.locator("svg.qr")).toBeVisible();
  },
  async confirm_totp({ page, people, program, signIn }) {
    await signIn(await people.invited("Sara", "secretariat"));
    await begin(page, program);
  },
  async remove_totp({ page, people, program, signIn }) {
    await signIn(await people.invited("Sara", "secretariat"));
    const key = await begin(page, program);
    await send(page, "remove_totp", { code: totp(key, await program.pass(30_000)) });
    await expect(form(page, "begin_totp")).toBeVisible();
  },
  async renew_recovery_codes({ page, people, program, signIn }) {
    await signIn(await people.invited("Sara", "secretariat"));
    const key = await begin(page, program);
    const code = totp(key, await program.pass(11 * 60_000));
    await open(page, "/settings/security");
    await send(page, "renew_recovery_codes", { code });
    await expect(page.locator(".codes li")).toHaveCount(10);
  },
  async revoke_session({ page, people, signIn }) {
    const maria = await people.invited("Maria");
    await people.cookiesOf(maria);
    await signIn(maria);
    await open(page, "/settings/sessions");
    const rows = page.locator(".device");
    const before = await rows.count();
    await send(page, "revoke_session");
    await expect(rows).toHaveCount(before - 1);
  },
  async revoke_other_sessions({ page, people, signIn }) {
    const maria = await people.invited("Maria");
    await signIn(maria);
    await open(page, "/settings/sessions");
    await send(page, "revoke_other_sessions");
    await expect(page.locator(".device")).toHaveCount(1);
  },
  async invite_person({ page, people, signIn }) {
    await signIn(people.administrator);
    await open(page, "/people");
    const email = newAddress("inbjuden");
    await send(page, "invite_person", { email, office: "member" });
    await notice(page);
    await expect(page.locator("table", { hasText: email })).toBeVisible();
    await people.letters.linkTo(email, "invitations");
  },
  async renew_invitation({ page, people, signIn }) {
    await people.invite(newAddress("igen"));
    await signIn(people.administrator);
    await open(page, "/people");
    await send(page, "renew_invitation");
    await notice(page);
  },
  async withdraw_invitation({ page, people, signIn }) {
    await people.invite(newAddress("aterta"));
    await signIn(people.administrator);
    await open(page, "/people");
    const open_ones = page.locator("form:has(input[value=withdraw_invitation])");
    const before = await open_ones.count();
    await send(page, "withdraw_invitation");
    await expect(open_ones).toHaveCount(before - 1);
  },
  async change_office({ page, people, signIn }) {
    const sara = await people.invited("Sara", "secretariat");
    await openPerson(page, people, signIn, sara.email);
    await send(page, "change_office", { office: "administrator" });
    await notice(page);
    await expect(form(page, "change_office").locator("[value=administrator]")).toBeChecked();
  },
  async end_account({ page, people, signIn }) {
    const maria = await people.invited("Maria");
    await openPerson(page, people, signIn, maria.email);
    await send(page, "end_account");
    await expect(form(page, "restore_account")).toBeVisible();
  },
  async restore_account({ page, people, signIn }) {
    const maria = await people.invited("Maria");
    await openPerson(page, people, signIn, maria.email);
    await send(page, "end_account");
    await expect(form(page, "restore_account")).toBeVisible();
    await send(page, "restore_account");
    await expect(form(page, "end_account")).toBeVisible();
  },
  async cancel_job({ page, people, signIn }) {
    await signIn(people.administrator);
    await open(page, "/administration/jobs");
    await send(page, "cancel_job");
    await expect(form(page, "retry_job")).toBeVisible();
    await send(page, "retry_job");
    await notice(page);
  },
  async take_back({ page, people, signIn }) {
    await signIn(people.member("maria"));
    await open(page, "/");
    await send(page, "take_back");
    await notice(page);
    await expect(form(page, "take_back")).toHaveCount(0);
    await send(page, "give_to_substitute");
    await expect(form(page, "take_back")).toBeVisible();
    await expect(page.locator("main")).toContainText("Jonas Ek");
  },
};
ways.retry_job = ways.cancel_job;
ways.give_to_substitute = ways.take_back;

async function choosePicture(page: Page) {
  const the = form(page, "change_picture");
  await the.locator("[name=picture]").setInputFiles({ name: "jag.png", mimeType: "image/png", buffer: await drawn(page) });
  await the.locator("button").click();
}

/** A picture that the browser itself has taken. */
function drawn(page: Page): Promise<Buffer> {
  return page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 200 } });
}

async function openPerson(page: Page, people: People, signIn: Stage["signIn"], email: string) {
  await signIn(people.administrator);
  await open(page, `/people?search=${encodeURIComponent(email)}`);
  await open(page, (await page.locator("table a[href^='/people/']").first().getAttribute("href"))!);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    for (const [name, way] of Object.entries(ways)) {
      test(name, async ({ page, people, program, signIn }) => way({ page, people, program, signIn }));
    }

    test("set_up", async ({ page, emptyProgram }) => {
      await open(page, emptyProgram.address + emptyProgram.setUpLink());
      await send(page, "set_up", { name: "Första", email: "forsta@example.se", password: PASSWORD, again: PASSWORD });
      await signedIn(page, "Första");
    });

    test("a refused form keeps what was typed and says what is wrong at the field", async ({ page, complaints }) => {
      complaints.expectStatus(422);
      await open(page, "/sign-in");
      await send(page, "request_code", { email: "inte en adress" });
      const email = page.locator("[name=email]");
      await expect(email).toHaveAttribute("aria-invalid", "true");
      await expect(email).toHaveValue("inte en adress");
      const error = page.locator(".error");
      await expect(error).toBeVisible();
      expect(await email.getAttribute("aria-describedby")).toContain(await error.getAttribute("id"));
      if (javaScriptEnabled) await expect(email).toBeFocused();
    });
  });
}

test("every form of the program is sent here", ({ program }) => {
  const { forms } = program.routes();
  expect([...Object.keys(ways), "set_up"].sort()).toEqual([...forms].sort());
});
