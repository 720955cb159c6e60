/**
 * What models are called: the trainer-service's registry as this service sees it. {@link
 * org.motifworks.interpret.registry.ModelSource} resolves names; aliases are followed on their
 * topic ({@link org.motifworks.interpret.registry.AliasFollower}), and what an alias means changes
 * here only when the model it names is loaded and has repeated its sample.
 */
package org.motifworks.interpret.registry;
