/** Domains whose mailboxes anybody may have: sharing one says nothing about a company. */
export const publicMailDomains: ReadonlySet<string> = new Set(
  (
    "aol.com fastmail.com free.fr gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hotmail.co.uk " +
    "hotmail.com hotmail.de hotmail.fr hey.com icloud.com libero.it live.com mac.com mail.com mail.ru me.com " +
    "msn.com naver.com orange.fr outlook.com outlook.de outlook.fr pm.me proton.me protonmail.com qq.com " +
    "rocketmail.com t-online.de tutanota.com web.de yahoo.co.jp yahoo.co.uk yahoo.com yahoo.de yahoo.fr yandex.com " +
    "yandex.ru ymail.com zoho.com 126.com 163.com"
  ).split(" "),
);
