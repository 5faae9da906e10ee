export { createLocalLanes } from './create-local-lanes.js';
export { findInstall } from './install/detect-install.js';
export { removeInstalled } from './install/templates.js';
export type * from './local-lane-setting.js';
export { isVerifyPlace } from './places.js';
export { leftTempFolders, removeTempFolders, tempHome, withTempFolder } from './with-temp-folder.js';
