import { activityRoutes } from './activity';
import { articleRoutes } from './articles';
import { claimRoutes } from './claims';
import { conclusionRoutes } from './conclusions';
import { deskRoutes } from './desk';
import { editionRoutes } from './editions';
import { holdRoutes } from './holds';
import { overrideRoutes } from './overrides';
import { peopleRoutes } from './people';
import { revisionRoutes } from './revisions';
import { scheduleRoutes } from './schedules';
import { secondVerdictRoutes } from './second-verdicts';
import { systemRoutes } from './system';
import { watchRoutes } from './watches';
import { webhookRoutes } from './webhooks';

/** Every route of the API. A handler without an entry here, or an entry without a handler, fails a test. */
export const contract = {
  ...activityRoutes,
  ...articleRoutes,
  ...claimRoutes,
  ...conclusionRoutes,
  ...deskRoutes,
  ...editionRoutes,
  ...holdRoutes,
  ...overrideRoutes,
  ...peopleRoutes,
  ...revisionRoutes,
  ...secondVerdictRoutes,
  ...scheduleRoutes,
  ...systemRoutes,
  ...watchRoutes,
  ...webhookRoutes,
};
export type RouteName = keyof typeof contract;
