import { handleEvents } from '@/app/api/door/stream';
import { contract } from '@/domain/contract';

export const GET = handleEvents(contract.followDesk);
