import { contract, type RouteName } from '@/domain/contract';
import type { systemRoutes } from '@/domain/contract/system';
import { activityRequests } from './activity';
import { articleRequests } from './articles';
import { boardRequests } from './board';
import { claimRequests } from './claims';
import { conclusionRequests } from './conclusions';
import { discussionRequests } from './discussion';
import { editionRequests } from './editions';
import { erasureRequests } from './erasures';
import { eventRequests } from './events';
import { holdRequests } from './holds';
import { linkRequests } from './links';
import { mailRequests } from './mail';
import { notificationRequests } from './notifications';
import { overrideRequests } from './overrides';
import { peopleRequests } from './people';
import { at, type Prepare } from './request';
import { revisionRequests } from './revisions';
import { scheduleRequests } from './schedules';
import { secondVerdictRequests } from './second-verdicts';
import { sightingRequests } from './sightings';
import { standardsRequests } from './standards';
import { watchRequests } from './watches';
import { webhookRequests } from './webhooks';

export type { Prepare, Prepared } from './request';
export { cookieOf, newScene, type Scene } from './scene';

const systemRequests: Record<keyof typeof systemRoutes, Prepare> = {
  openapi: at('/api/v1/openapi.json'),
  healthz: at('/healthz'),
  readyz: at('/readyz'),
};

/** For every route of the contract, a request that it allows, with every field that it knows. */
export const requests: Record<RouteName, Prepare> = {
  ...activityRequests,
  ...articleRequests,
  ...boardRequests,
  ...claimRequests,
  ...conclusionRequests,
  ...discussionRequests,
  ...editionRequests,
  ...erasureRequests,
  ...eventRequests,
  ...holdRequests,
  ...linkRequests,
  ...mailRequests,
  ...notificationRequests,
  ...overrideRequests,
  ...peopleRequests,
  ...revisionRequests,
  ...secondVerdictRequests,
  ...scheduleRequests,
  ...sightingRequests,
  ...standardsRequests,
  ...systemRequests,
  ...watchRequests,
  ...webhookRequests,
};

export const routeNames = Object.keys(contract) as RouteName[];
export const methodOf = (name: RouteName): string => contract[name].method;
