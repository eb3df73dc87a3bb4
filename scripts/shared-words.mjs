import { transform } from "esbuild";

/** Words that stand in the script again and again: names of tabs, kinds of events, and what is said of them. */
const WORDS = (
  "transactions,partners,rewards,customers,invoices,drips,activity,payouts,triggers,partner,settings,declined,customer,archived,currency,amount," +
  "partner joined or changed group,transaction created,trigger,transaction,invoice,percent,Partner,take over,read only,actions,email,active,approved,pending,action recorded,Currency,split a total," +
  "INPUT_INVALID,CELL_OUT_OF_RANGE,CELL_NOT_IN_LIST,WRITE_REFUSED,paid,status,leave,update,program,refunded,returned,refundOf,payout,Confirmed," +
  "string,number,object,boolean,drip,flat,name,text,reward,held,date,insert,unknown,restore,adjustment,remove,person,firstInvoice,paymentEmail,livedUntil," +
  "per occurrence,grant a reward,customer created,to come,spreadsheet,Customer,Created,Invoice,Reason,Trigger,Amount," +
  "CELL_CHANGED_MEANWHILE,RECORD_INCONSISTENT,Blank means today.,Blank means the program's currency.,start a drip,accountReference,RUN_NOT_UNDOABLE,TABLE_MISSING,CELL_ERROR,CELL_BLANK,MAIL_REFUSED,SETTING_INVALID,INVOICE_NOT_IN_REVIEW," +
  "function,problems,write-off,money,Status,action,changed,Transactions,refund,refundedOn,Partner page,value,paused,a reward of it is on a final invoice," +
  "accepted,00:00:00,Month,manual,stoppedAt,In review,finalizedOn,sent,stops,sales,month,event,propose,onDaily,yes/no,accept,none,kind,programStart,applications,Earned on,Tributary,senseless,condition,review ends,unclear,Rewards,reason,judged,Partners"
).split(",");

/** Functions of the language that are called again and again, and that don't ask what they are called on. */
const CALLS = [
  "JSON.stringify",
  "Object.fromEntries",
  "Object.entries",
  "Object.keys",
  "Array.isArray",
  "Object.values",
  "JSON.parse",
  "Number.parseInt",
  "Math.max",
  "Math.min",
  "Math.abs",
  "Math.floor",
];
const callOf = (name) => new RegExp(`(?<![\\w$.])${name.replace(".", "\\.")}(?=\\()`, "g");

/** Where a text certainly is a value: not a key, and not beside a word. */
const value = (word) =>
  new RegExp(`(?<=[(,=[:?&|])(?!(?<=,)"${word}":)"${word}"(?=[,)\\];:}?.&|=])`, "g");

/**
 * A minified script that holds each of these words and names of functions once (17 kB less). Throws where it would no longer say
 * the same: with them put back it is the script as it was.
 */
export async function shareWords(code) {
  const [start] = /=\(\(\)=>\{/.exec(code) ?? [];
  const at = start === undefined ? -1 : code.indexOf(start) + start.length;
  if (at < 0) throw new Error("The script does not begin as it is built to.");
  const names = [
    ...WORDS.map((word, i) => [`$w${i}`, JSON.stringify(word), value(word)]),
    ...CALLS.map((call, i) => [`$c${i}`, call, callOf(call)]),
  ];
  if (names.some(([name]) => code.includes(name))) throw new Error("A name is taken.");
  const body = names.reduce((text, [name, , where]) => text.replace(where, name), code.slice(at));
  const define = Object.fromEntries(names);
  const plain = async (text) => {
    const options = { define, minifySyntax: true, minifyWhitespace: true, charset: "utf8" };
    const { code: said } = await transform(text, options);
    // esbuild says that a function is called on nothing, which these don't ask.
    return said.replace(/(?<=(\w?))\(0,([A-Z]\w+\.\w+)\)\(/g, (_, before, call) =>
      before ? ` ${call}(` : `${call}(`,
    );
  };
  if ((await plain(code.slice(0, at) + body)) !== (await plain(code)))
    throw new Error("The script says something else where its words are shared.");
  const shared = `var ${names.map(([name, said]) => `${name}=${said}`)};`;
  return code.slice(0, at) + shared + body;
}
