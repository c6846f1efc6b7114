#!/usr/bin/env python3
"""Writes deals of about 4 KB with every section of the vocabulary, the same ones every time.

usage: make_deals.py FOLDER COUNT    COUNT files, shared out evenly over FOLDER/00 … FOLDER/99

Keys and values are the canonical English ones, so that the peers need no table of synonyms; names
and free text are English in one half of the deals and Chinese in the other. How likely a bad sign
is differs from deal to deal: otherwise all of them would get the same verdict.
"""

import datetime
import pathlib
import random
import sys

AS_OF = datetime.date(2026, 3, 20)

TEXTS = {
    "en": {
        "account": ["Northgate Hospital", "Baltic Ferries", "Oakfield Schools", "Meridian Water",
                    "Hallam Steel", "Port of Larvik", "Corvin Insurance", "Elster Dairy"],
        "what": ["image archive for three sites", "robots for the first hall", "meter reading",
                 "dispatch system and training", "payroll move to the cloud", "pump monitoring"],
        "person": ["Dr. Weiss", "H. Lang", "R. Stein", "Prof. Adler", "Ms Okoro", "J. Novak",
                   "T. Brandt", "A. Lindqvist", "P. Moreau", "C. Hughes"],
        "title": ["head of operations", "finance director", "IT manager", "site engineer",
                  "chief buyer", "medical director"],
        "topic": ["wants it on their own hypervisor", "asks for a 24-hour service desk",
                  "doubts that the old data can be moved", "needs the interface to the old system"],
        "remark": ["spoke for ten minutes about last year's outage", "looked at the clock twice",
                   "took our list and went through it line by line", "would rather wait and see",
                   "asked who else uses it in this trade", "said that price comes later"],
        "purpose": ["show the night shift screens", "agree the steps of the trial",
                    "hear how month-end closing runs", "bring the reference from Larvik"],
        "strength": ["reading from home", "runs without a second server", "local service team"],
        "rival": ["Orbit", "Kestrel Systems", "Nordwind", "Bluefin"],
    },
    "zh": {
        "account": ["华东第二医院", "江海航运集团", "中原水务", "晋北煤业", "东方乳业", "南港码头",
                    "长安保险", "云岭教育局"],
        "what": ["三院区影像归档", "一号仓自动化改造", "智能水表一期", "调度系统及培训",
                 "薪酬系统上云", "泵站在线监测"],
        "person": ["陈总", "王工", "李主任", "赵处长", "周经理", "吴科长", "郑总监", "孙老师",
                   "刘院长", "钱部长"],
        "title": ["信息中心主任", "财务总监", "采购部经理", "设备科长", "分管副总", "运行主管"],
        "topic": ["要求装在自己的虚拟平台上", "要求全天候驻场服务", "担心旧数据迁不过来",
                  "必须对接现有的老系统"],
        "remark": ["讲了十分钟去年停机的事", "中途看了两次表", "拿着清单一条一条问",
                   "说再等等看", "问同行里还有谁在用", "说价格以后再谈"],
        "purpose": ["演示夜班操作界面", "商定试用的步骤", "了解月底结账怎么做", "介绍南港的样板"],
        "strength": ["在家也能阅片", "不用第二台服务器", "本地服务队伍"],
        "rival": ["天衡软件", "远图科技", "中联数据", "北辰系统"],
    },
}


class Deal:
    """One deal; every method gives a piece of its text."""

    def __init__(self, number):
        self.random = random.Random(number)
        self.number = number
        self.texts = TEXTS["zh" if number % 2 else "en"]
        self.gloom = self.random.uniform(0.1, 0.7)  # how likely a bad sign is in this deal

    def text(self, kind):
        return self.random.choice(self.texts[kind])

    def one(self, *values):
        return self.random.choice(values)

    def sign(self, good, bad):
        """One of two sets of values, written with blanks between them."""
        return self.one(*(bad if self.random.random() < self.gloom else good).split())

    def answer(self, good="yes"):
        return self.sign(good, "no" if good == "yes" else "yes")

    def day(self, last=90, first=1):
        """A day so many days before the day of judgement."""
        return AS_OF - datetime.timedelta(days=self.random.randint(first, last))

    def ahead(self):
        return AS_OF + datetime.timedelta(days=self.random.randint(5, 60))

    def contact(self, key, roles):
        role = self.sign(roles, "none")
        met = self.sign("met", "none")
        if met == "met":
            met = "[{}, {}]".format(*sorted([self.day(120), self.day(80)]))
        lines = [f"  - id: {key}",
                 f"    name: {self.text('person')}",
                 f"    title: {self.text('title')}",
                 f"    roles: [{role}]" if role != "none" else "    roles: none",
                 f"    influence: {self.one('high', 'medium', 'low')}",
                 f"    mode: {self.one('growth', 'trouble', 'even_keel', 'overconfident')}",
                 f"    support: {self.sign('1 2 3 4', '-3 -2 -1 0')}",
                 f"    sees_us: {self.sign('first', 'backup filler')}",
                 f"    met: {met}"]
        if key == "coach":
            lines += [f"    {test}: {self.answer()}" for test in
                      ("credible_to_us", "credible_to_buyers", "wants_us_to_win", "introduces")]
        return "\n".join(lines) + "\n"

    def behaviours(self):
        early = [("questions", self.sign("many systematic", "few differences_only")),
                 ("agenda", self.sign("open ours", "theirs")),
                 ("meeting_minutes", self.sign("45 60 90", "15 20 25")),
                 ("depth", self.sign("each_need", "partly product_and_price")),
                 ("price_pressed", self.sign("repeatedly_tied", "once never")),
                 ("top_person", self.sign("received_us promised", "too_busy absent"))]
        return "".join(f"  - {{{key}: {value}, date: {self.day()}, by: {self.person()},"
                       f" note: {self.text('remark')}}}\n" for key, value in early)

    def person(self):
        return self.one("pay", "use", "tech", "coach")

    def head(self):
        return f"""\
dealcheck: 1
name: {self.text('account')} {self.number}
account: {self.text('account')}
owner: {self.one('mk', 'jr', 'lw', 'zhang')}
as_of: {AS_OF}
stage: {self.one('early', 'mid', 'late')}
feeling: {self.one('great', 'comfortable', 'okay', 'concerned', 'worried')}
class: {self.one('a', 'b', 'c')}
amount: {self.random.randint(8, 900)}0000 EUR
reviewed: {self.day(60)}
objective: {{what: {self.text('what')}, amount: {self.random.randint(1, 9)}.2M EUR, when: {self.ahead()}}}
origin: {{how: {self.sign('asked_us referral we_found', 'rfp_out_of_the_blue invited_late')}, \
met_before: {self.answer()}, incumbent: {self.sign('us nobody in_house', 'rival')}}}
project:
  initiated: {self.answer()}
  budget: {self.sign('in_place requested', 'unsecured unclear_source')}
  decider_agrees: {self.answer()}
  dated_plan: {self.answer()}
  put_off: {self.sign('never once_with_date', 'repeatedly frozen')}
  approval: {self.sign('granted submitted', 'not_submitted refused')}
milestones: {{first_meeting: {self.day(200, 150)}, requirements: {self.day(140, 110)}, demo: {self.day(60, 30)}}}
"""

    def people(self):
        roles = {"pay": "economic", "use": "user", "tech": "technical", "coach": "coach"}
        return "contacts:\n" + "".join(self.contact(key, role) for key, role in roles.items())

    def signs(self):
        return f"""\
behaviours:
{self.behaviours()}\
price_talks:
  - {{date: {self.day()}, by: {self.person()}, about: {self.sign('needs risk terms', 'discount')}, \
raised_by: {self.sign('customer', 'us')}, note: {self.text('remark')}}}
  - {{date: {self.day()}, by: {self.person()}, about: {self.sign('needs risk terms', 'discount')}, \
raised_by: {self.sign('customer', 'us')}}}
executive_access:
  - {{date: {self.day()}, who: pay, asked_by: us, outcome: {self.sign('met brought', 'refused too_busy')}}}
objections:
  - {{date: {self.day()}, by: tech, topic: {self.text('topic')}, can_meet: {self.answer()}, \
known_before: {self.answer()}, settled: {self.answer()}}}
commitments:
  - {{date: {self.day()}, by: {self.person()}, said: {self.sign('explicit_choice help', 'vague_praise told_no')}, \
note: {self.text('remark')}}}
exchanges:
  - {{date: {self.day()}, what: {self.one('sample', 'design', 'workshop', 'information')}, \
returned: {self.sign('access information help', 'nothing')}}}
silences:
  - {{since: {self.day(60, 31)}, until: {self.sign(str(self.day(30)), 'unknown')}, who: {self.person()}, after: quote}}
attitudes:
  - {{who: {self.person()}, view: {self.sign('for_us neutral', 'for_rival against_us')}, date: {self.day()}}}
changes:
  - {{what: {self.one('arrives', 'leaves', 'moves')}, who: use, date: {self.day()}, favours: {self.sign('us', 'rival')}}}
"""

    def rivals(self):
        return f"""\
competitors:
  - name: {self.text('rival')}
    incumbent: {self.answer('no')}
    status: {self.sign('active behind', 'favoured')}
    tie: {self.sign('none', 'tech use')}
    strengths: [{{what: {self.text('strength')}, recognised_by: [tech]}}]
process: {{kind: {self.one('tender', 'rfp', 'negotiated')}, bidders: {self.random.randint(2, 7)}, \
criteria_by: {self.sign('us neutral', 'rival')}, three_bid_rule: {self.answer('no')}, \
days_to_answer: {self.sign('21 30', '5 7')}, lowest_price_wins: {self.answer('no')}}}
alternatives: {{do_nothing: {self.sign('examined', 'open')}, in_house: {self.one('examined', 'open')}}}
strengths:
  - {{what: {self.text('strength')}, recognised_by: use, different: {self.answer()}, moves: use, worth_paying: {self.answer()}}}
weaknesses:
  - {{what: {self.text('topic')}, kind: {self.one('misfit', 'price', 'capacity')}, recognised_by: [tech], decisive: {self.answer('no')}}}
value: {{customer_number: {self.sign('given', 'ours_only none')}, price_vs_budget: {self.sign('under within', 'above')}, \
price_vs_ceiling: {self.sign('under', 'above')}}}
fit: {{credit: good, needs_match: {self.sign('good', 'partial poor')}, loyalty: {self.one('good', 'mixed')}}}
paper: {{stage: none}}
compliance: {self.sign('none', 'gift arranged_bid')}
"""

    def work(self):
        return f"""\
interactions:
  - {{date: {self.day()}, with: [use, tech], kind: meeting, purpose: {self.text('purpose')}, minutes: {self.one(20, 40, 60)}}}
  - {{date: {self.day()}, with: coach, kind: call, purpose: {self.text('purpose')}, brought: {self.text('strength')}}}
plan:
  - {{action: {self.text('purpose')}, who: mk, until: {self.sign(str(self.ahead()), str(self.day(20)))}, moves: pay, done: {self.answer()}}}
waive:
  - {{rule: people.change-inside, reason: {self.text('remark')}, until: {self.ahead()}}}
outcome: {{result: unknown}}
notes: {self.text('remark')}
"""

    def __str__(self):
        return self.head() + self.people() + self.signs() + self.rivals() + self.work()


def main():
    top, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    for part in range(100):
        folder = top / f"{part:02}"
        folder.mkdir(parents=True)
        for number in range(count * part // 100, count * (part + 1) // 100):
            (folder / f"{number:05}.yaml").write_text(str(Deal(number)), encoding="utf-8")


if __name__ == "__main__":
    main()
