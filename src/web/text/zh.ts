import { access } from './zh/access.ts';
import { backup } from './zh/backup.ts';
import { churn } from './zh/churn.ts';
import { customer } from './zh/customer.ts';
import { customers } from './zh/customers.ts';
import { data } from './zh/data.ts';
import { deals } from './zh/deals.ts';
import { filters } from './zh/filters.ts';
import { forecast } from './zh/forecast.ts';
import { overview } from './zh/overview.ts';
import { panel } from './zh/panel.ts';
import { pipeline } from './zh/pipeline.ts';
import { revenue } from './zh/revenue.ts';
import { reviews } from './zh/reviews.ts';
import { security } from './zh/security.ts';
import { settings } from './zh/settings.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { signOn } from './zh/sign-on.ts';
import { tasks } from './zh/tasks.ts';
import { trial } from './zh/trial.ts';
import { welcome } from './zh/welcome.ts';

/** All texts of the web app in Chinese, the first language. */
export const texts = {
  ...shell,
  ...settings,
  ...access,
  ...backup,
  ...security,
  ...filters,
  ...panel,
  ...signIn,
  ...signOn,
  ...overview,
  ...revenue,
  ...data,
  ...customers,
  ...pipeline,
  ...deals,
  ...forecast,
  ...tasks,
  ...reviews,
  ...churn,
  ...customer,
  ...trial,
  ...welcome,
};
