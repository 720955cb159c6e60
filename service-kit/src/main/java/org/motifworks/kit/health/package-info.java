/**
 * What health checks go by. A {@link org.motifworks.kit.health.Loop} knows whether its thread still
 * turns; whoever owns loops shows them as {@link org.motifworks.kit.health.Loops}.
 */
package org.motifworks.kit.health;
