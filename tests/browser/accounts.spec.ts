// The journeys of people with accounts, from the first administrator to the one who guesses codes.
import { expect, test } from "./ground/ground";
import { form, open, send } from "./ground/forms";
import { press, tabTo } from "./ground/keyboard";
import { PASSWORD, newAddress } from "./ground/people";
import { totp } from "./ground/totp";

test("the first administrator sets up, invites, and the invited signs in with a code", async ({ page, emptyProgram, browser }) => {
  await open(page, emptyProgram.address + emptyProgram.setUpLink());
  await send(page, "set_up", { name: "Astrid", email: "astrid@example.se", password: PASSWORD, again: PASSWORD });
  await expect(page.locator("header .me")).toContainText("Astrid");
  await open(page, `${emptyProgram.address}/people`);
  await send(page, "invite_person", { email: "maria@example.se", office: "member" });
  const link = await page.locator("a[href*='/invitations/']").getAttribute("href");

  const elsewhere = await browser.newContext();
  const maria = await elsewhere.newPage();
  await open(maria, link!);
  await send(maria, "accept_invitation", { name: "Maria Hedlund" });
  await expect(maria.locator("header .me")).toContainText("Maria Hedlund");
  await maria.waitForLoadState("networkidle");
  await send(maria, "sign_out");
  await expect(maria).toHaveURL(/\/sign-in$/);
  await maria.waitForLoadState("networkidle");
  await send(maria, "request_code", { email: "maria@example.se" });
  await expect(maria).toHaveURL(/\/sign-in\/code$/);

  await open(page, `${emptyProgram.address}/administration/outbox`);
  await page.locator("table a").first().click();
  const letter = await page.locator("#letter").innerText();
  await send(maria, "enter_code", { code: /\d{3} ?\d{3}/.exec(letter)![0] });
  await expect(maria.locator("header .me")).toContainText("Maria Hedlund");
  await elsewhere.close();
});

test("a password and the second step", async ({ page, people, program, signIn }) => {
  const sara = await people.invited("Sara", "secretariat");
  await signIn(sara);
  await open(page, "/settings/security");
  await send(page, "begin_totp");
  const key = (await page.locator(".groups").innerText()).replace(/\s/g, "");
  await send(page, "confirm_totp", { code: totp(key, await program.now()) });
  const recovery = await page.locator(".codes li").first().innerText();
  await send(page, "sign_out");
  await expect(page).toHaveURL(/\/sign-in$/);

  await open(page, "/sign-in/password?next=/settings/sessions");
  await send(page, "sign_in_with_password", { email: sara.email, password: PASSWORD });
  await expect(page).toHaveURL(/\/sign-in\/second/);
  await send(page, "second_factor", { code: recovery });
  await expect(page).toHaveURL(/\/settings\/sessions$/);
});

test("language and theme are switched where one stands, and kept", async ({ page, people, signIn }) => {
  const maria = await people.invited("Maria");
  await signIn(maria);
  await open(page, "/settings/sessions");
  await page.locator("footer form.lang button").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveURL(/\/settings\/sessions$/);
  await open(page, "/settings");
  await send(page, "change_theme", { theme: "contrast dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast dark");

  await signIn(maria);
  await open(page, "/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast dark");
});

test("a session is revoked from another browser", async ({ page, people, signIn, browser, program }) => {
  const maria = await people.invited("Maria");
  const elsewhere = await browser.newContext();
  await elsewhere.addCookies(await people.cookiesOf(maria));
  await signIn(maria);
  await open(page, "/settings/sessions");
  await send(page, "revoke_other_sessions");
  await expect(page.locator(".device")).toHaveCount(1);
  const lost = await elsewhere.newPage();
  await lost.goto(`${program.address}/settings`);
  await expect(lost).toHaveURL(/\/sign-in\?next=/);
  await elsewhere.close();
});

test("wrong codes are slowed down, and others behind the same address are not", async ({ page, emptyProgram, complaints }) => {
  complaints.expectStatus(422, 429);
  await open(page, emptyProgram.address + emptyProgram.setUpLink());
  await send(page, "set_up", { name: "Astrid", email: "astrid@example.se", password: PASSWORD, again: PASSWORD });
  await expect(page.locator("header .me")).toContainText("Astrid");
  await page.context().clearCookies();

  const slowed = page.locator("[role=alert]", { hasText: /\d/ });
  for (let guess = 0; guess < 30 && (await slowed.count()) === 0; guess++) {
    if (guess % 4 === 0) {
      await page.goto(`${emptyProgram.address}/sign-in`);
      await send(page, "request_code", { email: newAddress("gissar") });
      await expect(page).toHaveURL(/\/sign-in\/code$/);
    }
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await send(page, "enter_code", { code: "000000" });
    if ((await answered).status() === 429) await expect(slowed).toBeVisible();
  }
  await expect(slowed, "it says how long to wait").toBeVisible();

  await open(page, `${emptyProgram.address}/sign-in/password`);
  await send(page, "sign_in_with_password", { email: "astrid@example.se", password: PASSWORD });
  await expect(page.locator("header .me"), "a right password costs nothing").toContainText("Astrid");
});

test("a whole journey by keyboard alone", async ({ page, people }) => {
  await open(page, await people.invite(newAddress("tangent"), "secretariat"));
  await press(page, form(page, "accept_invitation").locator("[name=name]"), "Tage Tangent");
  await press(page, form(page, "accept_invitation").locator("[name=password]"), PASSWORD);
  await press(page, form(page, "accept_invitation").locator("[name=again]"), PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.locator("header .me")).toContainText("Tage Tangent");
  await page.waitForLoadState("networkidle");

  await page.keyboard.press("Tab");
  await expect(page.locator("a.skip"), "the first stop leads past the head").toBeFocused();
  await expect(page.locator("a.skip")).toBeInViewport();
  await tabTo(page, page.locator("header a.me"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.locator("h1")).toBeFocused();

  const name = form(page, "change_profile").locator("[name=name]");
  await tabTo(page, name);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Tage Tangentsson");
  await page.keyboard.press("Enter");
  await expect(page.locator("header .me")).toContainText("Tage Tangentsson");
  await page.waitForLoadState("networkidle");

  await tabTo(page, form(page, "change_theme").locator("[name=theme]:checked"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, form(page, "change_theme").locator("button"));
  await page.keyboard.press("Space");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.waitForLoadState("networkidle");

  await tabTo(page, form(page, "sign_out").locator("button"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in$/);
});
