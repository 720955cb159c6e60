/**
 * Networks and training settings as data: what is trained, not how. Start at {@link
 * org.motifworks.core.architecture.Architecture}; presets are JSON resources beside this package.
 * Depends on Jackson alone.
 */
package org.motifworks.core.architecture;
