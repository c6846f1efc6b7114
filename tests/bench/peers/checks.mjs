// The 40 checks of ../checks.md for both peers on Node: id, the part of a deal that it looks at,
// what it makes of that part, and when it fires. Both peers judge the same few
// operators; what differs is the engine around them.

const AS_OF = Date.parse("2026-03-20");

const DAY = 24 * 60 * 60 * 1000;
const daysSince = (day) => (AS_OF - Date.parse(day)) / DAY;
const last = (days) => days.reduce((one, other) => (one > other ? one : other));
const wasMet = (person) => person.met !== "none";
const people = (contacts, role) => contacts.filter((person) => person.roles.includes(role));
const values = (key) => (entries) => entries.map((entry) => entry[key]);
const key = (name) => (part) => part[name];
const some = (test) => (entries) => entries.some(test);
const somebody = (role, test) => (contacts) => people(contacts, role).some(test);
const missing = (role) => (contacts) => people(contacts, role).length;
const any = (name, ...wanted) => some((entry) => wanted.includes(entry[name]));
const every = (name, wanted) => (entries) => entries.every((entry) => entry[name] === wanted);

export const CHECKS = [
  ["people.no-payer", "contacts", missing("economic"), "equal", 0],
  ["people.no-user", "contacts", missing("user"), "equal", 0],
  ["people.no-technical", "contacts", missing("technical"), "equal", 0],
  ["people.no-coach", "contacts", missing("coach"), "equal", 0],
  ["people.payer-unmet", "contacts", somebody("economic", (p) => !wasMet(p)), "equal", true],
  ["people.payer-against", "contacts", somebody("economic", (p) => p.support < 0), "equal", true],
  ["people.strong-opponent", "contacts",
   some((p) => p.influence === "high" && p.support < 0), "equal", true],
  ["people.few-met", "contacts", (contacts) => contacts.filter(wasMet).length, "lessThan", 3],
  ["people.sees-us-behind", "contacts", any("sees_us", "backup", "filler"), "equal", true],
  ["coach.not-credible", "contacts",
   somebody("coach", (p) => p.credible_to_buyers === "no"), "equal", true],
  ["coach.does-not-introduce", "contacts",
   somebody("coach", (p) => p.introduces === "no"), "equal", true],
  ["coach.does-not-want-us", "contacts",
   somebody("coach", (p) => p.wants_us_to_win === "no"), "equal", true],
  ["objections.cannot-meet", "objections",
   some((o) => o.can_meet === "no" && o.settled === "no"), "equal", true],
  ["objections.sudden", "objections", any("known_before", "no"), "equal", true],
  ["price.silence", "price_talks",
   (talks) => daysSince(last(values("date")(talks))), "greaterThan", 30],
  ["price.only-discount", "price_talks", every("about", "discount"), "equal", true],
  ["price.only-us", "price_talks", every("raised_by", "us"), "equal", true],
  ["access.refused", "executive_access", any("outcome", "too_busy", "refused"), "equal", true],
  ["access.never", "executive_access", any("outcome", "met", "brought"), "equal", false],
  ["commitments.vague", "commitments", values("said"), "contains", "vague_praise"],
  ["commitments.no", "commitments", values("said"), "contains", "told_no"],
  ["rivals.incumbent", "competitors", values("incumbent"), "contains", "yes"],
  ["rivals.favoured", "competitors", values("status"), "contains", "favoured"],
  ["rivals.tied", "competitors", some((rival) => rival.tie !== "none"), "equal", true],
  ["project.not-started", "project", key("initiated"), "equal", "no"],
  ["project.no-money", "project", key("budget"), "in", ["unsecured", "unclear_source"]],
  ["project.no-decider", "project", key("decider_agrees"), "equal", "no"],
  ["project.no-dates", "project", key("dated_plan"), "equal", "no"],
  ["project.put-off", "project", key("put_off"), "in", ["repeatedly", "frozen"]],
  ["project.no-approval", "project", key("approval"), "in", ["not_submitted", "refused"]],
  ["process.rival-criteria", "process", key("criteria_by"), "equal", "rival"],
  ["process.three-bids", "process", key("three_bid_rule"), "equal", "yes"],
  ["process.short", "process", key("days_to_answer"), "lessThan", 10],
  ["process.lowest-price", "process", key("lowest_price_wins"), "equal", "yes"],
  ["origin.late", "origin", key("how"), "in", ["rfp_out_of_the_blue", "invited_late"]],
  ["attitudes.against", "attitudes", any("view", "for_rival", "against_us"), "equal", true],
  ["interactions.short", "interactions", some((talk) => talk.minutes < 30), "equal", true],
  ["interactions.silence", "interactions",
   (talks) => daysSince(last(values("date")(talks))), "greaterThan", 30],
  ["exchanges.one-sided", "exchanges", values("returned"), "contains", "nothing"],
  ["plan.overdue", "plan",
   some((step) => step.done === "no" && daysSince(step.until) > 0), "equal", true],
];
