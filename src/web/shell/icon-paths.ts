import {
  CheckOutlined,
  CloseOutlined,
  ControlOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  DownloadOutlined,
  DownOutlined,
  FilterOutlined,
  FunnelPlotOutlined,
  LineChartOutlined,
  MoneyCollectOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  SettingOutlined,
  ShareAltOutlined,
  TableOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons-svg';

const icons = {
  overview: DashboardOutlined,
  pipeline: FunnelPlotOutlined,
  customers: TeamOutlined,
  revenue: MoneyCollectOutlined,
  data: DatabaseOutlined,
  settings: SettingOutlined,
  operator: ControlOutlined,
  down: DownOutlined,
  share: ShareAltOutlined,
  table: TableOutlined,
  download: DownloadOutlined,
  close: CloseOutlined,
  check: CheckOutlined,
  user: UserOutlined,
  filter: FilterOutlined,
  keyboard: QuestionCircleOutlined,
  search: SearchOutlined,
  chart: LineChartOutlined,
} as const;

/** A name of an icon. */
export type IconName = keyof typeof icons;

/** The outlines of an icon, on a ground of 1024 with 64 around. */
export function iconPaths(name: IconName): readonly string[] {
  const { icon } = icons[name];
  // A function makes two-tone icons, which these are not.
  if (typeof icon === 'function') return [];
  return (icon.children ?? []).flatMap(({ attrs }) => (attrs.d ? [attrs.d] : []));
}
