import { access } from './en/access.ts';
import { backup } from './en/backup.ts';
import { churn } from './en/churn.ts';
import { customer } from './en/customer.ts';
import { customers } from './en/customers.ts';
import { data } from './en/data.ts';
import { deals } from './en/deals.ts';
import { filters } from './en/filters.ts';
import { forecast } from './en/forecast.ts';
import { overview } from './en/overview.ts';
import { panel } from './en/panel.ts';
import { pipeline } from './en/pipeline.ts';
import { revenue } from './en/revenue.ts';
import { reviews } from './en/reviews.ts';
import { security } from './en/security.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { signOn } from './en/sign-on.ts';
import { tasks } from './en/tasks.ts';
import { trial } from './en/trial.ts';
import { welcome } from './en/welcome.ts';

/** All texts of the web app in English. */
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
