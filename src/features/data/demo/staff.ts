import { type Day, dayOfEpoch, epochDay } from '#shared/day.ts';
import { salesRegions } from './geography.ts';
import type { AssignmentRow, PersonRow, TeamManagerRow, TeamParentRow } from './rows.ts';

/** A stretch of time a rep spent in a group; bounds in days since 1970-01-01, null bounds are open. */
type Stint = Readonly<{ groupId: string; from: number | null; before: number | null }>;

/** A rep with what the generator needs to give out work. */
export type Rep = Readonly<{
  id: string;
  name: string;
  isLead: boolean;
  /** 1 is average. */
  skill: number;
  hired: number;
  left: number | null;
  stints: readonly Stint[];
}>;

type Story = Readonly<{ joined?: number; left?: number; moved?: Readonly<{ to: string; ago: number }> }>;

/** Who works where: the first of a group leads it. Numbers after a name: skill in per cent, and what happened how many days ago. */
const rosters: Readonly<Record<string, readonly (readonly [name: string, skill: number, story?: Story])[]>> = {
  'g-husu': [
    ['沈嘉禾', 150],
    ['赵启明', 122],
    ['蒋一帆', 96],
    ['孙悦', 84],
    ['何雨桐', 58, { joined: 170 }],
    ['姚立新', 90, { left: 410 }],
  ],
  'g-zhewan': [
    ['顾明远', 140],
    ['许若琳', 108],
    ['陆思齐', 92],
    ['邵文昊', 78, { joined: 520 }],
    ['严子墨', 70, { moved: { to: 'g-husu', ago: 610 } }],
  ],
  'g-yuegui': [
    ['梁文博', 128],
    ['黄诗雅', 100],
    ['钱海宁', 62],
    ['罗静怡', 44],
    ['麦志恒', 88, { left: 150 }],
  ],
  'g-minqiong': [
    ['林远帆', 118],
    ['唐可欣', 94],
    ['傅晓岚', 86],
    ['庄泽宇', 66, { joined: 300 }],
  ],
  'g-jingjin': [
    ['邓宇航', 132],
    ['马骏', 98],
    ['汪晓峰', 90],
    ['石云舟', 74],
    ['白若溪', 84, { left: 640 }],
  ],
  'g-lujin': [
    ['韩立群', 116],
    ['郭子涵', 88],
    ['于海波', 82],
    ['曲欣然', 60, { joined: 95 }],
    ['高明哲', 92, { left: 30 }],
  ],
  'g-eyu': [
    ['程致远', 120],
    ['方亦菲', 94],
    ['鲁建川', 78],
    ['夏一鸣', 70, { joined: 690 }],
  ],
  'g-xianggan': [
    ['彭雨辰', 112],
    ['谭思成', 90],
    ['欧阳晴', 80],
    ['万里程', 76, { moved: { to: 'g-eyu', ago: 380 } }],
  ],
  'g-chuanyu': [
    ['何俊杰', 124],
    ['冉心怡', 96],
    ['蒲志高', 84],
    ['向南', 72],
    ['谢昱辰', 86, { left: 255 }],
  ],
  'g-yungui': [
    ['段承宇', 104],
    ['杨若兮', 82],
    ['龙飞扬', 76, { moved: { to: 'g-chuanyu', ago: 210 } }],
    ['安宁', 64, { joined: 430 }],
  ],
};

const regionLeads: Readonly<Record<string, string>> = {
  east: '周敬之',
  south: '吴海澜',
  north: '郑怀瑾',
  central: '熊伯言',
  southwest: '罗启航',
};
const director = '陈思远';
/** Days before the anchor on which 湘赣组 went from 华南 to 华中. */
const reorganisedDaysAgo = 560;

/** The people and teams of the company. */
export type Staff = Readonly<{
  reps: readonly Rep[];
  person: readonly PersonRow[];
  team: readonly Readonly<{ id: string; name: string }>[];
  team_parent: readonly TeamParentRow[];
  team_manager: readonly TeamManagerRow[];
  rep_assignment: readonly AssignmentRow[];
}>;

/** The staff as it stands on `anchor`, with joiners, leavers, transfers and one re-organisation before it. */
export function staff(anchor: Day): Staff {
  const now = epochDay(anchor);
  const reps = Object.entries(rosters).flatMap(([groupId, roster], group) =>
    roster.map(([name, skill, story], index) =>
      rep({ groupId, name, skill, story: story ?? {}, now, number: group * 10 + index }),
    ),
  );
  return {
    reps,
    person: [...leaders(now), ...reps.map(personOf)],
    team: [
      { id: 'sales', name: '销售中心' },
      ...salesRegions.map((region) => ({ id: `t-${region.id}`, name: `${region.name}大区` })),
      ...salesRegions.flatMap((region) => region.groups.map(({ id, name }) => ({ id, name }))),
    ],
    team_parent: teamParents(now),
    team_manager: teamManagers(),
    rep_assignment: [...leaderAssignments(), ...reps.flatMap(assignmentsOf)],
  };
}

/** The people behind the demo's sign-ins: whose subtree the manager leads, and a rep in the middle of the field. */
export function demoPeople(): Readonly<{
  managerPersonId: string;
  managerTeamId: string;
  repPersonId: string;
  executivePersonId: string;
}> {
  return { managerPersonId: 'p-south', managerTeamId: 't-south', repPersonId: 'p-31', executivePersonId: 'p-head' };
}

type RepParts = Readonly<{ groupId: string; name: string; skill: number; story: Story; now: number; number: number }>;

function rep({ groupId, name, skill, story, now, number }: RepParts): Rep {
  const hired = now - (story.joined ?? 1_300 + ((number * 137) % 1_700));
  const left = story.left === undefined ? null : now - story.left;
  const from = story.joined === undefined ? null : hired;
  const moved = story.moved && { to: story.moved.to, on: now - story.moved.ago };
  const stints = moved
    ? [
        { groupId, from, before: moved.on },
        { groupId: moved.to, from: moved.on, before: left },
      ]
    : [{ groupId, from, before: left }];
  return {
    id: `p-${String(number).padStart(2, '0')}`,
    name,
    isLead: number % 10 === 0,
    skill: skill / 100,
    hired,
    left,
    stints,
  };
}

function personOf(each: Rep): PersonRow {
  return {
    id: each.id,
    name: each.name,
    title: each.isLead ? '销售组长' : '销售经理',
    is_rep: true,
    hired_on: dayOfEpoch(each.hired),
    left_on: each.left === null ? null : dayOfEpoch(each.left),
  };
}

function leaders(now: number): PersonRow[] {
  const lead = (id: string, name: string, title: string): PersonRow => ({
    id,
    name,
    title,
    is_rep: false,
    hired_on: dayOfEpoch(now - 2_600),
    left_on: null,
  });
  return [
    lead('p-head', director, '销售总监'),
    ...Object.entries(regionLeads).map(([regionId, name]) => lead(`p-${regionId}`, name, '大区经理')),
  ];
}

function teamParents(now: number): TeamParentRow[] {
  const moved = dayOfEpoch(now - reorganisedDaysAgo);
  const row = (teamId: string, parentId: string | null, dates: { from?: Day; before?: Day } = {}): TeamParentRow => ({
    id: `tp-${teamId.replace(/^[gt]-/, '')}${dates.before ? '-a' : ''}`,
    team_id: teamId,
    parent_id: parentId,
    from_on: dates.from ?? null,
    before_on: dates.before ?? null,
  });
  return [
    row('sales', null),
    ...salesRegions.map((region) => row(`t-${region.id}`, 'sales')),
    row('g-xianggan', 't-south', { before: moved }),
    ...salesRegions.flatMap((region) =>
      region.groups.map((group) => row(group.id, `t-${region.id}`, group.id === 'g-xianggan' ? { from: moved } : {})),
    ),
  ];
}

function teamManagers(): TeamManagerRow[] {
  const row = (teamId: string, personId: string): TeamManagerRow => ({
    id: `tm-${teamId.replace(/^[gt]-/, '')}`,
    team_id: teamId,
    person_id: personId,
    from_on: null,
    before_on: null,
  });
  return [
    row('sales', 'p-head'),
    ...salesRegions.map((region) => row(`t-${region.id}`, `p-${region.id}`)),
    ...Object.keys(rosters).map((groupId, group) => row(groupId, `p-${String(group * 10).padStart(2, '0')}`)),
  ];
}

function leaderAssignments(): AssignmentRow[] {
  const row = (personId: string, teamId: string): AssignmentRow => ({
    id: `a-${personId.slice(2)}`,
    person_id: personId,
    team_id: teamId,
    from_on: null,
    before_on: null,
  });
  return [row('p-head', 'sales'), ...salesRegions.map((region) => row(`p-${region.id}`, `t-${region.id}`))];
}

function assignmentsOf(each: Rep): AssignmentRow[] {
  return each.stints.map((stint, index) => ({
    id: `a-${each.id.slice(2)}-${index + 1}`,
    person_id: each.id,
    team_id: stint.groupId,
    from_on: stint.from === null ? null : dayOfEpoch(stint.from),
    before_on: stint.before === null ? null : dayOfEpoch(stint.before),
  }));
}
