import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { backupRoutes } from '#features/backups/backup-routes.ts';
import { churnRoutes } from '#features/customers/churn/churn-routes.ts';
import { claimRoutes } from '#features/customers/claim-routes.ts';
import { customerListRoutes } from '#features/customers/list-routes.ts';
import { oneCustomerRoutes } from '#features/customers/one/one-routes.ts';
import { poolRoutes } from '#features/customers/pool-routes.ts';
import { customerRulesRoutes } from '#features/customers/rules-routes.ts';
import { tierRoutes } from '#features/customers/tier-routes.ts';
import { importRoutes } from '#features/data/routes.ts';
import { exportRoutes } from '#features/export/export-routes.ts';
import { demoRequestRoutes } from '#features/installation/demo-request-routes.ts';
import { operatorRoutes } from '#features/installation/operator-routes.ts';
import { dealStepsRoutes } from '#features/pipeline/deals/deal-steps-routes.ts';
import { dealsRoutes } from '#features/pipeline/deals/deals-routes.ts';
import { pipelinesRoutes } from '#features/pipeline/deals/pipelines-routes.ts';
import { dwellRoutes } from '#features/pipeline/dwell-routes.ts';
import { forecastRoutes } from '#features/pipeline/forecast-routes.ts';
import { funnelRoutes } from '#features/pipeline/funnel-routes.ts';
import { lostRoutes } from '#features/pipeline/lost-routes.ts';
import { repsRoutes } from '#features/pipeline/reps-routes.ts';
import { sourcesRoutes } from '#features/pipeline/sources-routes.ts';
import { stuckRoutes } from '#features/pipeline/stuck-routes.ts';
import { waterfallRoutes } from '#features/pipeline/waterfall-routes.ts';
import { weightsRoutes } from '#features/pipeline/weights-routes.ts';
import { winRateRoutes } from '#features/pipeline/win-rate-routes.ts';
import { exportNoteRoutes } from '#features/query/export-note-routes.ts';
import { queryRoutes } from '#features/query/routes.ts';
import { standingRoutes } from '#features/query/standing-routes.ts';
import { ordersRoutes } from '#features/revenue/orders-routes.ts';
import type { RouteDeps } from '#features/route-deps.ts';
import { apiKeyRoutes } from '#features/settings/api-key-routes.ts';
import { auditRoutes } from '#features/settings/audit-routes.ts';
import { calendarRoutes } from '#features/settings/calendar-routes.ts';
import { invitationRoutes } from '#features/settings/invitation-routes.ts';
import { memberRoutes } from '#features/settings/member-routes.ts';
import { shareLinkRoutes } from '#features/settings/share-link-routes.ts';
import { linkRoutes } from '#features/settings/single-sign-on/link-routes.ts';
import { passwordForRoutes } from '#features/settings/single-sign-on/password-for-routes.ts';
import { providerRoutes } from '#features/settings/single-sign-on/provider-routes.ts';
import { providerTestRoutes } from '#features/settings/single-sign-on/provider-test-routes.ts';
import { workspaceRoutes } from '#features/settings/workspace-routes.ts';
import { tasksRoutes } from '#features/tasks/tasks-routes.ts';
import { tourRoutes } from '#features/tour/tour-routes.ts';

/** The routes of every feature, one line each. */
export const featureRoutes: readonly FastifyPluginAsyncZod<RouteDeps>[] = [
  queryRoutes,
  exportNoteRoutes,
  standingRoutes,
  importRoutes,
  ordersRoutes,
  dwellRoutes,
  forecastRoutes,
  funnelRoutes,
  winRateRoutes,
  waterfallRoutes,
  weightsRoutes,
  calendarRoutes,
  memberRoutes,
  providerRoutes,
  providerTestRoutes,
  passwordForRoutes,
  linkRoutes,
  invitationRoutes,
  workspaceRoutes,
  apiKeyRoutes,
  shareLinkRoutes,
  tasksRoutes,
  churnRoutes,
  oneCustomerRoutes,
  auditRoutes,
  stuckRoutes,
  repsRoutes,
  sourcesRoutes,
  lostRoutes,
  dealsRoutes,
  dealStepsRoutes,
  pipelinesRoutes,
  tierRoutes,
  customerListRoutes,
  poolRoutes,
  claimRoutes,
  customerRulesRoutes,
  exportRoutes,
  demoRequestRoutes,
  operatorRoutes,
  backupRoutes,
  tourRoutes,
];
