import { type Catalogue, catalogueOf } from '#semantic/define.ts';
import { interaction, lead, leadCohort } from './activity-facts.ts';
import { customerMeasures } from './customers.ts';
import {
  dealCohort,
  dealCreated,
  dealOutcome,
  dealStanding,
  dealWeighted,
  stageCohort,
  stageVisit,
} from './deal-facts.ts';
import { dealMeasures } from './deals.ts';
import { dimensions } from './dimensions.ts';
import { leadMeasures } from './leads.ts';
import { invoice, line, netLine, netOrder, order, payment, refund } from './order-facts.ts';
import { revenueMeasures } from './revenue.ts';
import { dealPromised, dealPush, slipMeasures } from './slips.ts';

/** What every number of the product means. */
export const catalogue: Catalogue = catalogueOf({
  facts: [
    order,
    line,
    refund,
    netOrder,
    netLine,
    payment,
    invoice,
    dealCreated,
    dealCohort,
    dealOutcome,
    dealStanding,
    dealWeighted,
    stageVisit,
    stageCohort,
    dealPush,
    dealPromised,
    lead,
    leadCohort,
    interaction,
  ],
  measures: [...revenueMeasures, ...customerMeasures, ...dealMeasures, ...slipMeasures, ...leadMeasures],
  dimensions,
});
