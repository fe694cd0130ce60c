import { activityRoutes } from './activity';
import type { RouteName } from './addresses';
import { articleRoutes } from './articles';
import { boardRoutes } from './board';
import { claimRoutes } from './claims';
import { conclusionRoutes } from './conclusions';
import { deskRoutes } from './desk';
import { discussionRoutes } from './discussion';
import { earlierRoutes } from './earlier';
import { editionRoutes } from './editions';
import { erasureRoutes } from './erasures';
import { eventRoutes } from './events';
import { holdRoutes } from './holds';
import { linkRoutes } from './links';
import { mailRoutes } from './mail';
import { notificationRoutes } from './notifications';
import { overrideRoutes } from './overrides';
import { peopleRoutes } from './people';
import { revisionRoutes } from './revisions';
import type { Route } from './route';
import { scheduleRoutes } from './schedules';
import { secondVerdictRoutes } from './second-verdicts';
import { sightingRoutes } from './sightings';
import { standardsRoutes } from './standards';
import { systemRoutes } from './system';
import { watchRoutes } from './watches';
import { webhookRoutes } from './webhooks';

/** Every route of the API. A handler without an entry here, or an entry without a handler, fails a test. */
export const contract = {
  ...activityRoutes,
  ...articleRoutes,
  ...boardRoutes,
  ...claimRoutes,
  ...conclusionRoutes,
  ...deskRoutes,
  ...earlierRoutes,
  ...discussionRoutes,
  ...editionRoutes,
  ...erasureRoutes,
  ...eventRoutes,
  ...holdRoutes,
  ...linkRoutes,
  ...mailRoutes,
  ...notificationRoutes,
  ...overrideRoutes,
  ...peopleRoutes,
  ...revisionRoutes,
  ...secondVerdictRoutes,
  ...scheduleRoutes,
  ...sightingRoutes,
  ...standardsRoutes,
  ...systemRoutes,
  ...watchRoutes,
  ...webhookRoutes,
} satisfies Record<RouteName, Route>;
export type { RouteName };
