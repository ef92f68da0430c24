export {
  EMBED_THEMES,
  EMBED_WAYS,
  type EmbedIntegrity,
  type EmbedRequest,
  type EmbedTheme,
  type EmbedWay,
  STILL_PICTURES,
  type StillPicture,
} from './request.ts';
