import * as access from './schema/access.ts';
import * as assortment from './schema/assortment.ts';
import * as calendar from './schema/calendar.ts';
import * as changeFeed from './schema/change-feed.ts';
import * as customers from './schema/customers.ts';
import * as followUp from './schema/follow-up.ts';
import * as imports from './schema/imports.ts';
import * as installation from './schema/installation.ts';
import * as keys from './schema/keys.ts';
import * as models from './schema/models.ts';
import * as opportunities from './schema/opportunities.ts';
import * as orders from './schema/orders.ts';
import * as organisation from './schema/organisation.ts';
import * as secondFactor from './schema/second-factor.ts';
import * as signIn from './schema/sign-in.ts';
import * as singleSignOn from './schema/single-sign-on.ts';

/** Every table of the store. */
export const schema = {
  ...access,
  ...assortment,
  ...calendar,
  ...changeFeed,
  ...customers,
  ...followUp,
  ...imports,
  ...installation,
  ...keys,
  ...models,
  ...opportunities,
  ...orders,
  ...organisation,
  ...secondFactor,
  ...signIn,
  ...singleSignOn,
};

export type StoreSchema = typeof schema;
