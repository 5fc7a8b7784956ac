import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace mesos. */
export namespace mesos {

    /**
     * Properties of an Address.
     * @deprecated Use mesos.Address.$Properties instead.
     */
    interface IAddress extends mesos.Address.$Properties {
    }

    /** Represents an Address. */
    class Address {

        /**
         * Constructs a new Address.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Address.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Address hostname. */
        hostname: string;

        /** Address ip. */
        ip: string;

        /** Address port. */
        port: number;

        /**
         * Encodes the specified Address message. Does not implicitly {@link mesos.Address.verify|verify} messages.
         * @param message Address message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Address.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Address message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Address & mesos.Address.$Shape} Address
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Address & mesos.Address.$Shape;
    }

    namespace Address {

        /** Properties of an Address. */
        interface $Properties {

            /** Address hostname */
            hostname?: (string|null);

            /** Address ip */
            ip?: (string|null);

            /** Address port */
            port: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Address. */
        type $Shape = mesos.Address.$Properties;
    }

    /**
     * Properties of a DomainInfo.
     * @deprecated Use mesos.DomainInfo.$Properties instead.
     */
    interface IDomainInfo extends mesos.DomainInfo.$Properties {
    }

    /** Represents a DomainInfo. */
    class DomainInfo {

        /**
         * Constructs a new DomainInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.DomainInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DomainInfo faultDomain. */
        faultDomain?: (mesos.DomainInfo.FaultDomain.$Properties|null);

        /**
         * Encodes the specified DomainInfo message. Does not implicitly {@link mesos.DomainInfo.verify|verify} messages.
         * @param message DomainInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.DomainInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DomainInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.DomainInfo & mesos.DomainInfo.$Shape} DomainInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.DomainInfo & mesos.DomainInfo.$Shape;
    }

    namespace DomainInfo {

        /** Properties of a DomainInfo. */
        interface $Properties {

            /** DomainInfo faultDomain */
            faultDomain?: (mesos.DomainInfo.FaultDomain.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DomainInfo. */
        type $Shape = mesos.DomainInfo.$Properties;

        /**
         * Properties of a FaultDomain.
         * @deprecated Use mesos.DomainInfo.FaultDomain.$Properties instead.
         */
        interface IFaultDomain extends mesos.DomainInfo.FaultDomain.$Properties {
        }

        /** Represents a FaultDomain. */
        class FaultDomain {

            /**
             * Constructs a new FaultDomain.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.DomainInfo.FaultDomain.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FaultDomain region. */
            region: mesos.DomainInfo.FaultDomain.RegionInfo.$Properties;

            /** FaultDomain zone. */
            zone: mesos.DomainInfo.FaultDomain.ZoneInfo.$Properties;

            /**
             * Encodes the specified FaultDomain message. Does not implicitly {@link mesos.DomainInfo.FaultDomain.verify|verify} messages.
             * @param message FaultDomain message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.DomainInfo.FaultDomain.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FaultDomain message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.DomainInfo.FaultDomain & mesos.DomainInfo.FaultDomain.$Shape} FaultDomain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.DomainInfo.FaultDomain & mesos.DomainInfo.FaultDomain.$Shape;
        }

        namespace FaultDomain {

            /** Properties of a FaultDomain. */
            interface $Properties {

                /** FaultDomain region */
                region: mesos.DomainInfo.FaultDomain.RegionInfo.$Properties;

                /** FaultDomain zone */
                zone: mesos.DomainInfo.FaultDomain.ZoneInfo.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FaultDomain. */
            type $Shape = mesos.DomainInfo.FaultDomain.$Properties;

            /**
             * Properties of a RegionInfo.
             * @deprecated Use mesos.DomainInfo.FaultDomain.RegionInfo.$Properties instead.
             */
            interface IRegionInfo extends mesos.DomainInfo.FaultDomain.RegionInfo.$Properties {
            }

            /** Represents a RegionInfo. */
            class RegionInfo {

                /**
                 * Constructs a new RegionInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.DomainInfo.FaultDomain.RegionInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RegionInfo name. */
                name: string;

                /**
                 * Encodes the specified RegionInfo message. Does not implicitly {@link mesos.DomainInfo.FaultDomain.RegionInfo.verify|verify} messages.
                 * @param message RegionInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.DomainInfo.FaultDomain.RegionInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RegionInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.DomainInfo.FaultDomain.RegionInfo & mesos.DomainInfo.FaultDomain.RegionInfo.$Shape} RegionInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.DomainInfo.FaultDomain.RegionInfo & mesos.DomainInfo.FaultDomain.RegionInfo.$Shape;
            }

            namespace RegionInfo {

                /** Properties of a RegionInfo. */
                interface $Properties {

                    /** RegionInfo name */
                    name: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RegionInfo. */
                type $Shape = mesos.DomainInfo.FaultDomain.RegionInfo.$Properties;
            }

            /**
             * Properties of a ZoneInfo.
             * @deprecated Use mesos.DomainInfo.FaultDomain.ZoneInfo.$Properties instead.
             */
            interface IZoneInfo extends mesos.DomainInfo.FaultDomain.ZoneInfo.$Properties {
            }

            /** Represents a ZoneInfo. */
            class ZoneInfo {

                /**
                 * Constructs a new ZoneInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.DomainInfo.FaultDomain.ZoneInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ZoneInfo name. */
                name: string;

                /**
                 * Encodes the specified ZoneInfo message. Does not implicitly {@link mesos.DomainInfo.FaultDomain.ZoneInfo.verify|verify} messages.
                 * @param message ZoneInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.DomainInfo.FaultDomain.ZoneInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ZoneInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.DomainInfo.FaultDomain.ZoneInfo & mesos.DomainInfo.FaultDomain.ZoneInfo.$Shape} ZoneInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.DomainInfo.FaultDomain.ZoneInfo & mesos.DomainInfo.FaultDomain.ZoneInfo.$Shape;
            }

            namespace ZoneInfo {

                /** Properties of a ZoneInfo. */
                interface $Properties {

                    /** ZoneInfo name */
                    name: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ZoneInfo. */
                type $Shape = mesos.DomainInfo.FaultDomain.ZoneInfo.$Properties;
            }
        }
    }

    /**
     * Properties of a SlaveInfo.
     * @deprecated Use mesos.SlaveInfo.$Properties instead.
     */
    interface ISlaveInfo extends mesos.SlaveInfo.$Properties {
    }

    /** Represents a SlaveInfo. */
    class SlaveInfo {

        /**
         * Constructs a new SlaveInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.SlaveInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SlaveInfo hostname. */
        hostname: string;

        /** SlaveInfo resources. */
        resources: mesos.Resource.$Properties[];

        /** SlaveInfo attributes. */
        attributes: mesos.Attribute.$Properties[];

        /** SlaveInfo id. */
        id?: (mesos.SlaveID.$Properties|null);

        /** SlaveInfo checkpoint. */
        checkpoint: boolean;

        /** SlaveInfo port. */
        port: number;

        /** SlaveInfo domain. */
        domain?: (mesos.DomainInfo.$Properties|null);

        /**
         * Encodes the specified SlaveInfo message. Does not implicitly {@link mesos.SlaveInfo.verify|verify} messages.
         * @param message SlaveInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.SlaveInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SlaveInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.SlaveInfo & mesos.SlaveInfo.$Shape} SlaveInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.SlaveInfo & mesos.SlaveInfo.$Shape;
    }

    namespace SlaveInfo {

        /** Properties of a SlaveInfo. */
        interface $Properties {

            /** SlaveInfo hostname */
            hostname: string;

            /** SlaveInfo resources */
            resources?: (mesos.Resource.$Properties[]|null);

            /** SlaveInfo attributes */
            attributes?: (mesos.Attribute.$Properties[]|null);

            /** SlaveInfo id */
            id?: (mesos.SlaveID.$Properties|null);

            /** SlaveInfo checkpoint */
            checkpoint?: (boolean|null);

            /** SlaveInfo port */
            port?: (number|null);

            /** SlaveInfo domain */
            domain?: (mesos.DomainInfo.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SlaveInfo. */
        type $Shape = {
          hostname: string;
          resources?: mesos.Resource.$Shape[]|null;
          attributes?: mesos.Attribute.$Shape[]|null;
          id?: mesos.SlaveID.$Shape|null;
          checkpoint?: boolean|null;
          port?: number|null;
          domain?: mesos.DomainInfo.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /** DrainState enum. */
    enum DrainState {

        /** UNKNOWN value */
        UNKNOWN = 0,

        /** DRAINING value */
        DRAINING = 1,

        /** DRAINED value */
        DRAINED = 2
    }

    /**
     * Properties of a DrainConfig.
     * @deprecated Use mesos.DrainConfig.$Properties instead.
     */
    interface IDrainConfig extends mesos.DrainConfig.$Properties {
    }

    /** Represents a DrainConfig. */
    class DrainConfig {

        /**
         * Constructs a new DrainConfig.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.DrainConfig.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DrainConfig maxGracePeriod. */
        maxGracePeriod?: (mesos.DurationInfo.$Properties|null);

        /** DrainConfig markGone. */
        markGone: boolean;

        /**
         * Encodes the specified DrainConfig message. Does not implicitly {@link mesos.DrainConfig.verify|verify} messages.
         * @param message DrainConfig message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.DrainConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DrainConfig message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.DrainConfig & mesos.DrainConfig.$Shape} DrainConfig
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.DrainConfig & mesos.DrainConfig.$Shape;
    }

    namespace DrainConfig {

        /** Properties of a DrainConfig. */
        interface $Properties {

            /** DrainConfig maxGracePeriod */
            maxGracePeriod?: (mesos.DurationInfo.$Properties|null);

            /** DrainConfig markGone */
            markGone?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DrainConfig. */
        type $Shape = mesos.DrainConfig.$Properties;
    }

    /**
     * Properties of a DrainInfo.
     * @deprecated Use mesos.DrainInfo.$Properties instead.
     */
    interface IDrainInfo extends mesos.DrainInfo.$Properties {
    }

    /** Represents a DrainInfo. */
    class DrainInfo {

        /**
         * Constructs a new DrainInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.DrainInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DrainInfo state. */
        state: mesos.DrainState;

        /** DrainInfo config. */
        config: mesos.DrainConfig.$Properties;

        /**
         * Encodes the specified DrainInfo message. Does not implicitly {@link mesos.DrainInfo.verify|verify} messages.
         * @param message DrainInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.DrainInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DrainInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.DrainInfo & mesos.DrainInfo.$Shape} DrainInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.DrainInfo & mesos.DrainInfo.$Shape;
    }

    namespace DrainInfo {

        /** Properties of a DrainInfo. */
        interface $Properties {

            /** DrainInfo state */
            state: mesos.DrainState;

            /** DrainInfo config */
            config: mesos.DrainConfig.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DrainInfo. */
        type $Shape = mesos.DrainInfo.$Properties;
    }

    /**
     * Properties of a SlaveID.
     * @deprecated Use mesos.SlaveID.$Properties instead.
     */
    interface ISlaveID extends mesos.SlaveID.$Properties {
    }

    /** Represents a SlaveID. */
    class SlaveID {

        /**
         * Constructs a new SlaveID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.SlaveID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SlaveID value. */
        value: string;

        /**
         * Encodes the specified SlaveID message. Does not implicitly {@link mesos.SlaveID.verify|verify} messages.
         * @param message SlaveID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.SlaveID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SlaveID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.SlaveID & mesos.SlaveID.$Shape} SlaveID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.SlaveID & mesos.SlaveID.$Shape;
    }

    namespace SlaveID {

        /** Properties of a SlaveID. */
        interface $Properties {

            /** SlaveID value */
            value: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SlaveID. */
        type $Shape = mesos.SlaveID.$Properties;
    }

    /**
     * Properties of a ResourceProviderID.
     * @deprecated Use mesos.ResourceProviderID.$Properties instead.
     */
    interface IResourceProviderID extends mesos.ResourceProviderID.$Properties {
    }

    /** Represents a ResourceProviderID. */
    class ResourceProviderID {

        /**
         * Constructs a new ResourceProviderID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.ResourceProviderID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ResourceProviderID value. */
        value: string;

        /**
         * Encodes the specified ResourceProviderID message. Does not implicitly {@link mesos.ResourceProviderID.verify|verify} messages.
         * @param message ResourceProviderID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.ResourceProviderID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ResourceProviderID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.ResourceProviderID & mesos.ResourceProviderID.$Shape} ResourceProviderID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.ResourceProviderID & mesos.ResourceProviderID.$Shape;
    }

    namespace ResourceProviderID {

        /** Properties of a ResourceProviderID. */
        interface $Properties {

            /** ResourceProviderID value */
            value: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ResourceProviderID. */
        type $Shape = mesos.ResourceProviderID.$Properties;
    }

    /**
     * Properties of a FrameworkID.
     * @deprecated Use mesos.FrameworkID.$Properties instead.
     */
    interface IFrameworkID extends mesos.FrameworkID.$Properties {
    }

    /** Represents a FrameworkID. */
    class FrameworkID {

        /**
         * Constructs a new FrameworkID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.FrameworkID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FrameworkID value. */
        value: string;

        /**
         * Encodes the specified FrameworkID message. Does not implicitly {@link mesos.FrameworkID.verify|verify} messages.
         * @param message FrameworkID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.FrameworkID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FrameworkID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.FrameworkID & mesos.FrameworkID.$Shape} FrameworkID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.FrameworkID & mesos.FrameworkID.$Shape;
    }

    namespace FrameworkID {

        /** Properties of a FrameworkID. */
        interface $Properties {

            /** FrameworkID value */
            value: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FrameworkID. */
        type $Shape = mesos.FrameworkID.$Properties;
    }

    /**
     * Properties of an OfferID.
     * @deprecated Use mesos.OfferID.$Properties instead.
     */
    interface IOfferID extends mesos.OfferID.$Properties {
    }

    /** Represents an OfferID. */
    class OfferID {

        /**
         * Constructs a new OfferID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.OfferID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OfferID value. */
        value: string;

        /**
         * Encodes the specified OfferID message. Does not implicitly {@link mesos.OfferID.verify|verify} messages.
         * @param message OfferID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.OfferID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OfferID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.OfferID & mesos.OfferID.$Shape} OfferID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.OfferID & mesos.OfferID.$Shape;
    }

    namespace OfferID {

        /** Properties of an OfferID. */
        interface $Properties {

            /** OfferID value */
            value: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OfferID. */
        type $Shape = mesos.OfferID.$Properties;
    }

    /**
     * Properties of a TaskID.
     * @deprecated Use mesos.TaskID.$Properties instead.
     */
    interface ITaskID extends mesos.TaskID.$Properties {
    }

    /** Represents a TaskID. */
    class TaskID {

        /**
         * Constructs a new TaskID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.TaskID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TaskID value. */
        value: string;

        /**
         * Encodes the specified TaskID message. Does not implicitly {@link mesos.TaskID.verify|verify} messages.
         * @param message TaskID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.TaskID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TaskID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.TaskID & mesos.TaskID.$Shape} TaskID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.TaskID & mesos.TaskID.$Shape;
    }

    namespace TaskID {

        /** Properties of a TaskID. */
        interface $Properties {

            /** TaskID value */
            value: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TaskID. */
        type $Shape = mesos.TaskID.$Properties;
    }

    /**
     * Properties of an ExecutorID.
     * @deprecated Use mesos.ExecutorID.$Properties instead.
     */
    interface IExecutorID extends mesos.ExecutorID.$Properties {
    }

    /** Represents an ExecutorID. */
    class ExecutorID {

        /**
         * Constructs a new ExecutorID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.ExecutorID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ExecutorID value. */
        value: string;

        /**
         * Encodes the specified ExecutorID message. Does not implicitly {@link mesos.ExecutorID.verify|verify} messages.
         * @param message ExecutorID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.ExecutorID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ExecutorID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.ExecutorID & mesos.ExecutorID.$Shape} ExecutorID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.ExecutorID & mesos.ExecutorID.$Shape;
    }

    namespace ExecutorID {

        /** Properties of an ExecutorID. */
        interface $Properties {

            /** ExecutorID value */
            value: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ExecutorID. */
        type $Shape = mesos.ExecutorID.$Properties;
    }

    /**
     * Properties of a ContainerID.
     * @deprecated Use mesos.ContainerID.$Properties instead.
     */
    interface IContainerID extends mesos.ContainerID.$Properties {
    }

    /** Represents a ContainerID. */
    class ContainerID {

        /**
         * Constructs a new ContainerID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.ContainerID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ContainerID value. */
        value: string;

        /** ContainerID parent. */
        parent?: (mesos.ContainerID.$Properties|null);

        /**
         * Encodes the specified ContainerID message. Does not implicitly {@link mesos.ContainerID.verify|verify} messages.
         * @param message ContainerID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.ContainerID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ContainerID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.ContainerID & mesos.ContainerID.$Shape} ContainerID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.ContainerID & mesos.ContainerID.$Shape;
    }

    namespace ContainerID {

        /** Properties of a ContainerID. */
        interface $Properties {

            /** ContainerID value */
            value: string;

            /** ContainerID parent */
            parent?: (mesos.ContainerID.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ContainerID. */
        type $Shape = mesos.ContainerID.$Properties;
    }

    /**
     * Properties of an OperationID.
     * @deprecated Use mesos.OperationID.$Properties instead.
     */
    interface IOperationID extends mesos.OperationID.$Properties {
    }

    /** Represents an OperationID. */
    class OperationID {

        /**
         * Constructs a new OperationID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.OperationID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OperationID value. */
        value: string;

        /**
         * Encodes the specified OperationID message. Does not implicitly {@link mesos.OperationID.verify|verify} messages.
         * @param message OperationID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.OperationID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OperationID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.OperationID & mesos.OperationID.$Shape} OperationID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.OperationID & mesos.OperationID.$Shape;
    }

    namespace OperationID {

        /** Properties of an OperationID. */
        interface $Properties {

            /** OperationID value */
            value: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OperationID. */
        type $Shape = mesos.OperationID.$Properties;
    }

    /**
     * Properties of a UUID.
     * @deprecated Use mesos.UUID.$Properties instead.
     */
    interface IUUID extends mesos.UUID.$Properties {
    }

    /** Represents a UUID. */
    class UUID {

        /**
         * Constructs a new UUID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.UUID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** UUID value. */
        value: Uint8Array;

        /**
         * Encodes the specified UUID message. Does not implicitly {@link mesos.UUID.verify|verify} messages.
         * @param message UUID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.UUID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a UUID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.UUID & mesos.UUID.$Shape} UUID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.UUID & mesos.UUID.$Shape;
    }

    namespace UUID {

        /** Properties of a UUID. */
        interface $Properties {

            /** UUID value */
            value: Uint8Array;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a UUID. */
        type $Shape = mesos.UUID.$Properties;
    }

    /**
     * Properties of a Resource.
     * @deprecated Use mesos.Resource.$Properties instead.
     */
    interface IResource extends mesos.Resource.$Properties {
    }

    /** Represents a Resource. */
    class Resource {

        /**
         * Constructs a new Resource.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Resource.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Resource name. */
        name: string;

        /** Resource type. */
        type: mesos.Value.Type;

        /** Resource scalar. */
        scalar?: (mesos.Value.Scalar.$Properties|null);

        /** Resource ranges. */
        ranges?: (mesos.Value.Ranges.$Properties|null);

        /** Resource set. */
        set?: (mesos.Value.Set.$Properties|null);

        /** Resource role. */
        role: string;

        /** Resource disk. */
        disk?: (mesos.Resource.DiskInfo.$Properties|null);

        /** Resource reservation. */
        reservation?: (mesos.Resource.ReservationInfo.$Properties|null);

        /** Resource revocable. */
        revocable?: (mesos.Resource.RevocableInfo.$Properties|null);

        /** Resource shared. */
        shared?: (mesos.Resource.SharedInfo.$Properties|null);

        /** Resource allocationInfo. */
        allocationInfo?: (mesos.Resource.AllocationInfo.$Properties|null);

        /** Resource providerId. */
        providerId?: (mesos.ResourceProviderID.$Properties|null);

        /** Resource reservations. */
        reservations: mesos.Resource.ReservationInfo.$Properties[];

        /**
         * Encodes the specified Resource message. Does not implicitly {@link mesos.Resource.verify|verify} messages.
         * @param message Resource message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Resource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Resource message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Resource & mesos.Resource.$Shape} Resource
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource & mesos.Resource.$Shape;
    }

    namespace Resource {

        /** Properties of a Resource. */
        interface $Properties {

            /** Resource name */
            name: string;

            /** Resource type */
            type: mesos.Value.Type;

            /** Resource scalar */
            scalar?: (mesos.Value.Scalar.$Properties|null);

            /** Resource ranges */
            ranges?: (mesos.Value.Ranges.$Properties|null);

            /** Resource set */
            set?: (mesos.Value.Set.$Properties|null);

            /** Resource role */
            role?: (string|null);

            /** Resource disk */
            disk?: (mesos.Resource.DiskInfo.$Properties|null);

            /** Resource reservation */
            reservation?: (mesos.Resource.ReservationInfo.$Properties|null);

            /** Resource revocable */
            revocable?: (mesos.Resource.RevocableInfo.$Properties|null);

            /** Resource shared */
            shared?: (mesos.Resource.SharedInfo.$Properties|null);

            /** Resource allocationInfo */
            allocationInfo?: (mesos.Resource.AllocationInfo.$Properties|null);

            /** Resource providerId */
            providerId?: (mesos.ResourceProviderID.$Properties|null);

            /** Resource reservations */
            reservations?: (mesos.Resource.ReservationInfo.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Resource. */
        type $Shape = {
          name: string;
          type: mesos.Value.Type;
          scalar?: mesos.Value.Scalar.$Shape|null;
          ranges?: mesos.Value.Ranges.$Shape|null;
          set?: mesos.Value.Set.$Shape|null;
          role?: string|null;
          disk?: mesos.Resource.DiskInfo.$Shape|null;
          reservation?: mesos.Resource.ReservationInfo.$Shape|null;
          revocable?: mesos.Resource.RevocableInfo.$Shape|null;
          shared?: mesos.Resource.SharedInfo.$Shape|null;
          allocationInfo?: mesos.Resource.AllocationInfo.$Shape|null;
          providerId?: mesos.ResourceProviderID.$Shape|null;
          reservations?: mesos.Resource.ReservationInfo.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an AllocationInfo.
         * @deprecated Use mesos.Resource.AllocationInfo.$Properties instead.
         */
        interface IAllocationInfo extends mesos.Resource.AllocationInfo.$Properties {
        }

        /** Represents an AllocationInfo. */
        class AllocationInfo {

            /**
             * Constructs a new AllocationInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Resource.AllocationInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AllocationInfo role. */
            role: string;

            /**
             * Encodes the specified AllocationInfo message. Does not implicitly {@link mesos.Resource.AllocationInfo.verify|verify} messages.
             * @param message AllocationInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Resource.AllocationInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AllocationInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Resource.AllocationInfo & mesos.Resource.AllocationInfo.$Shape} AllocationInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.AllocationInfo & mesos.Resource.AllocationInfo.$Shape;
        }

        namespace AllocationInfo {

            /** Properties of an AllocationInfo. */
            interface $Properties {

                /** AllocationInfo role */
                role?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AllocationInfo. */
            type $Shape = mesos.Resource.AllocationInfo.$Properties;
        }

        /**
         * Properties of a ReservationInfo.
         * @deprecated Use mesos.Resource.ReservationInfo.$Properties instead.
         */
        interface IReservationInfo extends mesos.Resource.ReservationInfo.$Properties {
        }

        /** Represents a ReservationInfo. */
        class ReservationInfo {

            /**
             * Constructs a new ReservationInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Resource.ReservationInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReservationInfo principal. */
            principal: string;

            /** ReservationInfo labels. */
            labels?: (mesos.Labels.$Properties|null);

            /** ReservationInfo role. */
            role: string;

            /** ReservationInfo type. */
            type: mesos.Resource.ReservationInfo.Type;

            /**
             * Encodes the specified ReservationInfo message. Does not implicitly {@link mesos.Resource.ReservationInfo.verify|verify} messages.
             * @param message ReservationInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Resource.ReservationInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReservationInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Resource.ReservationInfo & mesos.Resource.ReservationInfo.$Shape} ReservationInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.ReservationInfo & mesos.Resource.ReservationInfo.$Shape;
        }

        namespace ReservationInfo {

            /** Properties of a ReservationInfo. */
            interface $Properties {

                /** ReservationInfo principal */
                principal?: (string|null);

                /** ReservationInfo labels */
                labels?: (mesos.Labels.$Properties|null);

                /** ReservationInfo role */
                role?: (string|null);

                /** ReservationInfo type */
                type?: (mesos.Resource.ReservationInfo.Type|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReservationInfo. */
            type $Shape = mesos.Resource.ReservationInfo.$Properties;

            /** Type enum. */
            enum Type {

                /** UNKNOWN value */
                UNKNOWN = 0,

                /** STATIC value */
                STATIC = 1,

                /** DYNAMIC value */
                DYNAMIC = 2
            }
        }

        /**
         * Properties of a DiskInfo.
         * @deprecated Use mesos.Resource.DiskInfo.$Properties instead.
         */
        interface IDiskInfo extends mesos.Resource.DiskInfo.$Properties {
        }

        /** Represents a DiskInfo. */
        class DiskInfo {

            /**
             * Constructs a new DiskInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Resource.DiskInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DiskInfo persistence. */
            persistence?: (mesos.Resource.DiskInfo.Persistence.$Properties|null);

            /** DiskInfo volume. */
            volume?: (mesos.Volume.$Properties|null);

            /** DiskInfo source. */
            source?: (mesos.Resource.DiskInfo.Source.$Properties|null);

            /**
             * Encodes the specified DiskInfo message. Does not implicitly {@link mesos.Resource.DiskInfo.verify|verify} messages.
             * @param message DiskInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Resource.DiskInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DiskInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Resource.DiskInfo & mesos.Resource.DiskInfo.$Shape} DiskInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.DiskInfo & mesos.Resource.DiskInfo.$Shape;
        }

        namespace DiskInfo {

            /** Properties of a DiskInfo. */
            interface $Properties {

                /** DiskInfo persistence */
                persistence?: (mesos.Resource.DiskInfo.Persistence.$Properties|null);

                /** DiskInfo volume */
                volume?: (mesos.Volume.$Properties|null);

                /** DiskInfo source */
                source?: (mesos.Resource.DiskInfo.Source.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DiskInfo. */
            type $Shape = {
              persistence?: mesos.Resource.DiskInfo.Persistence.$Shape|null;
              volume?: mesos.Volume.$Shape|null;
              source?: mesos.Resource.DiskInfo.Source.$Shape|null;
              $unknowns?: Uint8Array[];
            };

            /**
             * Properties of a Persistence.
             * @deprecated Use mesos.Resource.DiskInfo.Persistence.$Properties instead.
             */
            interface IPersistence extends mesos.Resource.DiskInfo.Persistence.$Properties {
            }

            /** Represents a Persistence. */
            class Persistence {

                /**
                 * Constructs a new Persistence.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Resource.DiskInfo.Persistence.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Persistence id. */
                id: string;

                /** Persistence principal. */
                principal: string;

                /**
                 * Encodes the specified Persistence message. Does not implicitly {@link mesos.Resource.DiskInfo.Persistence.verify|verify} messages.
                 * @param message Persistence message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Resource.DiskInfo.Persistence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Persistence message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Resource.DiskInfo.Persistence & mesos.Resource.DiskInfo.Persistence.$Shape} Persistence
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.DiskInfo.Persistence & mesos.Resource.DiskInfo.Persistence.$Shape;
            }

            namespace Persistence {

                /** Properties of a Persistence. */
                interface $Properties {

                    /** Persistence id */
                    id: string;

                    /** Persistence principal */
                    principal?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Persistence. */
                type $Shape = mesos.Resource.DiskInfo.Persistence.$Properties;
            }

            /**
             * Properties of a Source.
             * @deprecated Use mesos.Resource.DiskInfo.Source.$Properties instead.
             */
            interface ISource extends mesos.Resource.DiskInfo.Source.$Properties {
            }

            /** Represents a Source. */
            class Source {

                /**
                 * Constructs a new Source.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Resource.DiskInfo.Source.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Source type. */
                type: mesos.Resource.DiskInfo.Source.Type;

                /** Source path. */
                path?: (mesos.Resource.DiskInfo.Source.Path.$Properties|null);

                /** Source mount. */
                mount?: (mesos.Resource.DiskInfo.Source.Mount.$Properties|null);

                /** Source id. */
                id: string;

                /** Source metadata. */
                metadata?: (mesos.Labels.$Properties|null);

                /** Source profile. */
                profile: string;

                /** Source vendor. */
                vendor: string;

                /**
                 * Encodes the specified Source message. Does not implicitly {@link mesos.Resource.DiskInfo.Source.verify|verify} messages.
                 * @param message Source message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Resource.DiskInfo.Source.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Source message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Resource.DiskInfo.Source & mesos.Resource.DiskInfo.Source.$Shape} Source
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.DiskInfo.Source & mesos.Resource.DiskInfo.Source.$Shape;
            }

            namespace Source {

                /** Properties of a Source. */
                interface $Properties {

                    /** Source type */
                    type: mesos.Resource.DiskInfo.Source.Type;

                    /** Source path */
                    path?: (mesos.Resource.DiskInfo.Source.Path.$Properties|null);

                    /** Source mount */
                    mount?: (mesos.Resource.DiskInfo.Source.Mount.$Properties|null);

                    /** Source id */
                    id?: (string|null);

                    /** Source metadata */
                    metadata?: (mesos.Labels.$Properties|null);

                    /** Source profile */
                    profile?: (string|null);

                    /** Source vendor */
                    vendor?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Source. */
                type $Shape = mesos.Resource.DiskInfo.Source.$Properties;

                /** Type enum. */
                enum Type {

                    /** UNKNOWN value */
                    UNKNOWN = 0,

                    /** PATH value */
                    PATH = 1,

                    /** MOUNT value */
                    MOUNT = 2,

                    /** BLOCK value */
                    BLOCK = 3,

                    /** RAW value */
                    RAW = 4
                }

                /**
                 * Properties of a Path.
                 * @deprecated Use mesos.Resource.DiskInfo.Source.Path.$Properties instead.
                 */
                interface IPath extends mesos.Resource.DiskInfo.Source.Path.$Properties {
                }

                /** Represents a Path. */
                class Path {

                    /**
                     * Constructs a new Path.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.Resource.DiskInfo.Source.Path.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Path root. */
                    root: string;

                    /**
                     * Encodes the specified Path message. Does not implicitly {@link mesos.Resource.DiskInfo.Source.Path.verify|verify} messages.
                     * @param message Path message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.Resource.DiskInfo.Source.Path.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Path message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.Resource.DiskInfo.Source.Path & mesos.Resource.DiskInfo.Source.Path.$Shape} Path
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.DiskInfo.Source.Path & mesos.Resource.DiskInfo.Source.Path.$Shape;
                }

                namespace Path {

                    /** Properties of a Path. */
                    interface $Properties {

                        /** Path root */
                        root?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Path. */
                    type $Shape = mesos.Resource.DiskInfo.Source.Path.$Properties;
                }

                /**
                 * Properties of a Mount.
                 * @deprecated Use mesos.Resource.DiskInfo.Source.Mount.$Properties instead.
                 */
                interface IMount extends mesos.Resource.DiskInfo.Source.Mount.$Properties {
                }

                /** Represents a Mount. */
                class Mount {

                    /**
                     * Constructs a new Mount.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.Resource.DiskInfo.Source.Mount.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Mount root. */
                    root: string;

                    /**
                     * Encodes the specified Mount message. Does not implicitly {@link mesos.Resource.DiskInfo.Source.Mount.verify|verify} messages.
                     * @param message Mount message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.Resource.DiskInfo.Source.Mount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Mount message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.Resource.DiskInfo.Source.Mount & mesos.Resource.DiskInfo.Source.Mount.$Shape} Mount
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.DiskInfo.Source.Mount & mesos.Resource.DiskInfo.Source.Mount.$Shape;
                }

                namespace Mount {

                    /** Properties of a Mount. */
                    interface $Properties {

                        /** Mount root */
                        root?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Mount. */
                    type $Shape = mesos.Resource.DiskInfo.Source.Mount.$Properties;
                }
            }
        }

        /**
         * Properties of a RevocableInfo.
         * @deprecated Use mesos.Resource.RevocableInfo.$Properties instead.
         */
        interface IRevocableInfo extends mesos.Resource.RevocableInfo.$Properties {
        }

        /** Represents a RevocableInfo. */
        class RevocableInfo {

            /**
             * Constructs a new RevocableInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Resource.RevocableInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified RevocableInfo message. Does not implicitly {@link mesos.Resource.RevocableInfo.verify|verify} messages.
             * @param message RevocableInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Resource.RevocableInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevocableInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Resource.RevocableInfo & mesos.Resource.RevocableInfo.$Shape} RevocableInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.RevocableInfo & mesos.Resource.RevocableInfo.$Shape;
        }

        namespace RevocableInfo {

            /** Properties of a RevocableInfo. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevocableInfo. */
            type $Shape = mesos.Resource.RevocableInfo.$Properties;
        }

        /**
         * Properties of a SharedInfo.
         * @deprecated Use mesos.Resource.SharedInfo.$Properties instead.
         */
        interface ISharedInfo extends mesos.Resource.SharedInfo.$Properties {
        }

        /** Represents a SharedInfo. */
        class SharedInfo {

            /**
             * Constructs a new SharedInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Resource.SharedInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified SharedInfo message. Does not implicitly {@link mesos.Resource.SharedInfo.verify|verify} messages.
             * @param message SharedInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Resource.SharedInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SharedInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Resource.SharedInfo & mesos.Resource.SharedInfo.$Shape} SharedInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Resource.SharedInfo & mesos.Resource.SharedInfo.$Shape;
        }

        namespace SharedInfo {

            /** Properties of a SharedInfo. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SharedInfo. */
            type $Shape = mesos.Resource.SharedInfo.$Properties;
        }
    }

    /**
     * Properties of a Label.
     * @deprecated Use mesos.Label.$Properties instead.
     */
    interface ILabel extends mesos.Label.$Properties {
    }

    /** Represents a Label. */
    class Label {

        /**
         * Constructs a new Label.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Label.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Label key. */
        key: string;

        /** Label value. */
        value: string;

        /**
         * Encodes the specified Label message. Does not implicitly {@link mesos.Label.verify|verify} messages.
         * @param message Label message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Label.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Label message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Label & mesos.Label.$Shape} Label
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Label & mesos.Label.$Shape;
    }

    namespace Label {

        /** Properties of a Label. */
        interface $Properties {

            /** Label key */
            key: string;

            /** Label value */
            value?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Label. */
        type $Shape = mesos.Label.$Properties;
    }

    /**
     * Properties of a Labels.
     * @deprecated Use mesos.Labels.$Properties instead.
     */
    interface ILabels extends mesos.Labels.$Properties {
    }

    /** Represents a Labels. */
    class Labels {

        /**
         * Constructs a new Labels.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Labels.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Labels labels. */
        labels: mesos.Label.$Properties[];

        /**
         * Encodes the specified Labels message. Does not implicitly {@link mesos.Labels.verify|verify} messages.
         * @param message Labels message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Labels.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Labels message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Labels & mesos.Labels.$Shape} Labels
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Labels & mesos.Labels.$Shape;
    }

    namespace Labels {

        /** Properties of a Labels. */
        interface $Properties {

            /** Labels labels */
            labels?: (mesos.Label.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Labels. */
        type $Shape = mesos.Labels.$Properties;
    }

    /**
     * Properties of a Parameter.
     * @deprecated Use mesos.Parameter.$Properties instead.
     */
    interface IParameter extends mesos.Parameter.$Properties {
    }

    /** Represents a Parameter. */
    class Parameter {

        /**
         * Constructs a new Parameter.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Parameter.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Parameter key. */
        key: string;

        /** Parameter value. */
        value: string;

        /**
         * Encodes the specified Parameter message. Does not implicitly {@link mesos.Parameter.verify|verify} messages.
         * @param message Parameter message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Parameter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Parameter message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Parameter & mesos.Parameter.$Shape} Parameter
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Parameter & mesos.Parameter.$Shape;
    }

    namespace Parameter {

        /** Properties of a Parameter. */
        interface $Properties {

            /** Parameter key */
            key: string;

            /** Parameter value */
            value: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Parameter. */
        type $Shape = mesos.Parameter.$Properties;
    }

    /**
     * Properties of a Parameters.
     * @deprecated Use mesos.Parameters.$Properties instead.
     */
    interface IParameters extends mesos.Parameters.$Properties {
    }

    /** Represents a Parameters. */
    class Parameters {

        /**
         * Constructs a new Parameters.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Parameters.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Parameters parameter. */
        parameter: mesos.Parameter.$Properties[];

        /**
         * Encodes the specified Parameters message. Does not implicitly {@link mesos.Parameters.verify|verify} messages.
         * @param message Parameters message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Parameters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Parameters message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Parameters & mesos.Parameters.$Shape} Parameters
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Parameters & mesos.Parameters.$Shape;
    }

    namespace Parameters {

        /** Properties of a Parameters. */
        interface $Properties {

            /** Parameters parameter */
            parameter?: (mesos.Parameter.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Parameters. */
        type $Shape = mesos.Parameters.$Properties;
    }

    /**
     * Properties of a Value.
     * @deprecated Use mesos.Value.$Properties instead.
     */
    interface IValue extends mesos.Value.$Properties {
    }

    /** Represents a Value. */
    class Value {

        /**
         * Constructs a new Value.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Value.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Value type. */
        type: mesos.Value.Type;

        /** Value scalar. */
        scalar?: (mesos.Value.Scalar.$Properties|null);

        /** Value ranges. */
        ranges?: (mesos.Value.Ranges.$Properties|null);

        /** Value set. */
        set?: (mesos.Value.Set.$Properties|null);

        /** Value text. */
        text?: (mesos.Value.Text.$Properties|null);

        /**
         * Encodes the specified Value message. Does not implicitly {@link mesos.Value.verify|verify} messages.
         * @param message Value message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Value message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Value & mesos.Value.$Shape} Value
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Value & mesos.Value.$Shape;
    }

    namespace Value {

        /** Properties of a Value. */
        interface $Properties {

            /** Value type */
            type: mesos.Value.Type;

            /** Value scalar */
            scalar?: (mesos.Value.Scalar.$Properties|null);

            /** Value ranges */
            ranges?: (mesos.Value.Ranges.$Properties|null);

            /** Value set */
            set?: (mesos.Value.Set.$Properties|null);

            /** Value text */
            text?: (mesos.Value.Text.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Value. */
        type $Shape = mesos.Value.$Properties;

        /** Type enum. */
        enum Type {

            /** SCALAR value */
            SCALAR = 0,

            /** RANGES value */
            RANGES = 1,

            /** SET value */
            SET = 2,

            /** TEXT value */
            TEXT = 3
        }

        /**
         * Properties of a Scalar.
         * @deprecated Use mesos.Value.Scalar.$Properties instead.
         */
        interface IScalar extends mesos.Value.Scalar.$Properties {
        }

        /** Represents a Scalar. */
        class Scalar {

            /**
             * Constructs a new Scalar.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Value.Scalar.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Scalar value. */
            value: number;

            /**
             * Encodes the specified Scalar message. Does not implicitly {@link mesos.Value.Scalar.verify|verify} messages.
             * @param message Scalar message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Value.Scalar.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Scalar message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Value.Scalar & mesos.Value.Scalar.$Shape} Scalar
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Value.Scalar & mesos.Value.Scalar.$Shape;
        }

        namespace Scalar {

            /** Properties of a Scalar. */
            interface $Properties {

                /** Scalar value */
                value: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Scalar. */
            type $Shape = mesos.Value.Scalar.$Properties;
        }

        /**
         * Properties of a Range.
         * @deprecated Use mesos.Value.Range.$Properties instead.
         */
        interface IRange extends mesos.Value.Range.$Properties {
        }

        /** Represents a Range. */
        class Range {

            /**
             * Constructs a new Range.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Value.Range.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Range begin. */
            begin: Long;

            /** Range end. */
            end: Long;

            /**
             * Encodes the specified Range message. Does not implicitly {@link mesos.Value.Range.verify|verify} messages.
             * @param message Range message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Value.Range.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Range message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Value.Range & mesos.Value.Range.$Shape} Range
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Value.Range & mesos.Value.Range.$Shape;
        }

        namespace Range {

            /** Properties of a Range. */
            interface $Properties {

                /** Range begin */
                begin: Long;

                /** Range end */
                end: Long;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Range. */
            type $Shape = mesos.Value.Range.$Properties;
        }

        /**
         * Properties of a Ranges.
         * @deprecated Use mesos.Value.Ranges.$Properties instead.
         */
        interface IRanges extends mesos.Value.Ranges.$Properties {
        }

        /** Represents a Ranges. */
        class Ranges {

            /**
             * Constructs a new Ranges.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Value.Ranges.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ranges range. */
            range: mesos.Value.Range.$Properties[];

            /**
             * Encodes the specified Ranges message. Does not implicitly {@link mesos.Value.Ranges.verify|verify} messages.
             * @param message Ranges message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Value.Ranges.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ranges message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Value.Ranges & mesos.Value.Ranges.$Shape} Ranges
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Value.Ranges & mesos.Value.Ranges.$Shape;
        }

        namespace Ranges {

            /** Properties of a Ranges. */
            interface $Properties {

                /** Ranges range */
                range?: (mesos.Value.Range.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Ranges. */
            type $Shape = mesos.Value.Ranges.$Properties;
        }

        /**
         * Properties of a Set.
         * @deprecated Use mesos.Value.Set.$Properties instead.
         */
        interface ISet extends mesos.Value.Set.$Properties {
        }

        /** Represents a Set. */
        class Set {

            /**
             * Constructs a new Set.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Value.Set.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Set item. */
            item: string[];

            /**
             * Encodes the specified Set message. Does not implicitly {@link mesos.Value.Set.verify|verify} messages.
             * @param message Set message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Value.Set.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Set message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Value.Set & mesos.Value.Set.$Shape} Set
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Value.Set & mesos.Value.Set.$Shape;
        }

        namespace Set {

            /** Properties of a Set. */
            interface $Properties {

                /** Set item */
                item?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Set. */
            type $Shape = mesos.Value.Set.$Properties;
        }

        /**
         * Properties of a Text.
         * @deprecated Use mesos.Value.Text.$Properties instead.
         */
        interface IText extends mesos.Value.Text.$Properties {
        }

        /** Represents a Text. */
        class Text {

            /**
             * Constructs a new Text.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Value.Text.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Text value. */
            value: string;

            /**
             * Encodes the specified Text message. Does not implicitly {@link mesos.Value.Text.verify|verify} messages.
             * @param message Text message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Value.Text.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Text message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Value.Text & mesos.Value.Text.$Shape} Text
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Value.Text & mesos.Value.Text.$Shape;
        }

        namespace Text {

            /** Properties of a Text. */
            interface $Properties {

                /** Text value */
                value: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Text. */
            type $Shape = mesos.Value.Text.$Properties;
        }
    }

    /**
     * Properties of an Attribute.
     * @deprecated Use mesos.Attribute.$Properties instead.
     */
    interface IAttribute extends mesos.Attribute.$Properties {
    }

    /** Represents an Attribute. */
    class Attribute {

        /**
         * Constructs a new Attribute.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Attribute.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Attribute name. */
        name: string;

        /** Attribute type. */
        type: mesos.Value.Type;

        /** Attribute scalar. */
        scalar?: (mesos.Value.Scalar.$Properties|null);

        /** Attribute ranges. */
        ranges?: (mesos.Value.Ranges.$Properties|null);

        /** Attribute text. */
        text?: (mesos.Value.Text.$Properties|null);

        /** Attribute set. */
        set?: (mesos.Value.Set.$Properties|null);

        /**
         * Encodes the specified Attribute message. Does not implicitly {@link mesos.Attribute.verify|verify} messages.
         * @param message Attribute message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Attribute.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Attribute message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Attribute & mesos.Attribute.$Shape} Attribute
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Attribute & mesos.Attribute.$Shape;
    }

    namespace Attribute {

        /** Properties of an Attribute. */
        interface $Properties {

            /** Attribute name */
            name: string;

            /** Attribute type */
            type: mesos.Value.Type;

            /** Attribute scalar */
            scalar?: (mesos.Value.Scalar.$Properties|null);

            /** Attribute ranges */
            ranges?: (mesos.Value.Ranges.$Properties|null);

            /** Attribute text */
            text?: (mesos.Value.Text.$Properties|null);

            /** Attribute set */
            set?: (mesos.Value.Set.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Attribute. */
        type $Shape = mesos.Attribute.$Properties;
    }

    /**
     * Properties of a MountPropagation.
     * @deprecated Use mesos.MountPropagation.$Properties instead.
     */
    interface IMountPropagation extends mesos.MountPropagation.$Properties {
    }

    /** Represents a MountPropagation. */
    class MountPropagation {

        /**
         * Constructs a new MountPropagation.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.MountPropagation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MountPropagation mode. */
        mode: mesos.MountPropagation.Mode;

        /**
         * Encodes the specified MountPropagation message. Does not implicitly {@link mesos.MountPropagation.verify|verify} messages.
         * @param message MountPropagation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.MountPropagation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MountPropagation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.MountPropagation & mesos.MountPropagation.$Shape} MountPropagation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.MountPropagation & mesos.MountPropagation.$Shape;
    }

    namespace MountPropagation {

        /** Properties of a MountPropagation. */
        interface $Properties {

            /** MountPropagation mode */
            mode?: (mesos.MountPropagation.Mode|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MountPropagation. */
        type $Shape = mesos.MountPropagation.$Properties;

        /** Mode enum. */
        enum Mode {

            /** UNKNOWN value */
            UNKNOWN = 0,

            /** HOST_TO_CONTAINER value */
            HOST_TO_CONTAINER = 1,

            /** BIDIRECTIONAL value */
            BIDIRECTIONAL = 2
        }
    }

    /**
     * Properties of a Volume.
     * @deprecated Use mesos.Volume.$Properties instead.
     */
    interface IVolume extends mesos.Volume.$Properties {
    }

    /** Represents a Volume. */
    class Volume {

        /**
         * Constructs a new Volume.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Volume.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Volume containerPath. */
        containerPath: string;

        /** Volume hostPath. */
        hostPath: string;

        /** Volume mode. */
        mode: mesos.Volume.Mode;

        /** Volume image. */
        image?: (mesos.Image.$Properties|null);

        /** Volume source. */
        source?: (mesos.Volume.Source.$Properties|null);

        /**
         * Encodes the specified Volume message. Does not implicitly {@link mesos.Volume.verify|verify} messages.
         * @param message Volume message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Volume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Volume message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Volume & mesos.Volume.$Shape} Volume
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume & mesos.Volume.$Shape;
    }

    namespace Volume {

        /** Properties of a Volume. */
        interface $Properties {

            /** Volume containerPath */
            containerPath: string;

            /** Volume hostPath */
            hostPath?: (string|null);

            /** Volume mode */
            mode: mesos.Volume.Mode;

            /** Volume image */
            image?: (mesos.Image.$Properties|null);

            /** Volume source */
            source?: (mesos.Volume.Source.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Volume. */
        type $Shape = {
          containerPath: string;
          hostPath?: string|null;
          mode: mesos.Volume.Mode;
          image?: mesos.Image.$Shape|null;
          source?: mesos.Volume.Source.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /** Mode enum. */
        enum Mode {

            /** RW value */
            RW = 1,

            /** RO value */
            RO = 2
        }

        /**
         * Properties of a Source.
         * @deprecated Use mesos.Volume.Source.$Properties instead.
         */
        interface ISource extends mesos.Volume.Source.$Properties {
        }

        /** Represents a Source. */
        class Source {

            /**
             * Constructs a new Source.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Volume.Source.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Source type. */
            type: mesos.Volume.Source.Type;

            /** Source dockerVolume. */
            dockerVolume?: (mesos.Volume.Source.DockerVolume.$Properties|null);

            /** Source sandboxPath. */
            sandboxPath?: (mesos.Volume.Source.SandboxPath.$Properties|null);

            /** Source secret. */
            secret?: (mesos.Secret.$Properties|null);

            /** Source hostPath. */
            hostPath?: (mesos.Volume.Source.HostPath.$Properties|null);

            /** Source csiVolume. */
            csiVolume?: (mesos.Volume.Source.CSIVolume.$Properties|null);

            /**
             * Encodes the specified Source message. Does not implicitly {@link mesos.Volume.Source.verify|verify} messages.
             * @param message Source message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Volume.Source.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Source message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Volume.Source & mesos.Volume.Source.$Shape} Source
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source & mesos.Volume.Source.$Shape;
        }

        namespace Source {

            /** Properties of a Source. */
            interface $Properties {

                /** Source type */
                type?: (mesos.Volume.Source.Type|null);

                /** Source dockerVolume */
                dockerVolume?: (mesos.Volume.Source.DockerVolume.$Properties|null);

                /** Source sandboxPath */
                sandboxPath?: (mesos.Volume.Source.SandboxPath.$Properties|null);

                /** Source secret */
                secret?: (mesos.Secret.$Properties|null);

                /** Source hostPath */
                hostPath?: (mesos.Volume.Source.HostPath.$Properties|null);

                /** Source csiVolume */
                csiVolume?: (mesos.Volume.Source.CSIVolume.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Source. */
            type $Shape = {
              type?: mesos.Volume.Source.Type|null;
              dockerVolume?: mesos.Volume.Source.DockerVolume.$Shape|null;
              sandboxPath?: mesos.Volume.Source.SandboxPath.$Shape|null;
              secret?: mesos.Secret.$Shape|null;
              hostPath?: mesos.Volume.Source.HostPath.$Shape|null;
              csiVolume?: mesos.Volume.Source.CSIVolume.$Shape|null;
              $unknowns?: Uint8Array[];
            };

            /** Type enum. */
            enum Type {

                /** UNKNOWN value */
                UNKNOWN = 0,

                /** DOCKER_VOLUME value */
                DOCKER_VOLUME = 1,

                /** SANDBOX_PATH value */
                SANDBOX_PATH = 2,

                /** SECRET value */
                SECRET = 3,

                /** HOST_PATH value */
                HOST_PATH = 4,

                /** CSI_VOLUME value */
                CSI_VOLUME = 5
            }

            /**
             * Properties of a DockerVolume.
             * @deprecated Use mesos.Volume.Source.DockerVolume.$Properties instead.
             */
            interface IDockerVolume extends mesos.Volume.Source.DockerVolume.$Properties {
            }

            /** Represents a DockerVolume. */
            class DockerVolume {

                /**
                 * Constructs a new DockerVolume.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Volume.Source.DockerVolume.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DockerVolume driver. */
                driver: string;

                /** DockerVolume name. */
                name: string;

                /** DockerVolume driverOptions. */
                driverOptions?: (mesos.Parameters.$Properties|null);

                /**
                 * Encodes the specified DockerVolume message. Does not implicitly {@link mesos.Volume.Source.DockerVolume.verify|verify} messages.
                 * @param message DockerVolume message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Volume.Source.DockerVolume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DockerVolume message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Volume.Source.DockerVolume & mesos.Volume.Source.DockerVolume.$Shape} DockerVolume
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.DockerVolume & mesos.Volume.Source.DockerVolume.$Shape;
            }

            namespace DockerVolume {

                /** Properties of a DockerVolume. */
                interface $Properties {

                    /** DockerVolume driver */
                    driver?: (string|null);

                    /** DockerVolume name */
                    name: string;

                    /** DockerVolume driverOptions */
                    driverOptions?: (mesos.Parameters.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DockerVolume. */
                type $Shape = mesos.Volume.Source.DockerVolume.$Properties;
            }

            /**
             * Properties of a HostPath.
             * @deprecated Use mesos.Volume.Source.HostPath.$Properties instead.
             */
            interface IHostPath extends mesos.Volume.Source.HostPath.$Properties {
            }

            /** Represents a HostPath. */
            class HostPath {

                /**
                 * Constructs a new HostPath.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Volume.Source.HostPath.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HostPath path. */
                path: string;

                /** HostPath mountPropagation. */
                mountPropagation?: (mesos.MountPropagation.$Properties|null);

                /**
                 * Encodes the specified HostPath message. Does not implicitly {@link mesos.Volume.Source.HostPath.verify|verify} messages.
                 * @param message HostPath message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Volume.Source.HostPath.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HostPath message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Volume.Source.HostPath & mesos.Volume.Source.HostPath.$Shape} HostPath
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.HostPath & mesos.Volume.Source.HostPath.$Shape;
            }

            namespace HostPath {

                /** Properties of a HostPath. */
                interface $Properties {

                    /** HostPath path */
                    path: string;

                    /** HostPath mountPropagation */
                    mountPropagation?: (mesos.MountPropagation.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HostPath. */
                type $Shape = mesos.Volume.Source.HostPath.$Properties;
            }

            /**
             * Properties of a SandboxPath.
             * @deprecated Use mesos.Volume.Source.SandboxPath.$Properties instead.
             */
            interface ISandboxPath extends mesos.Volume.Source.SandboxPath.$Properties {
            }

            /** Represents a SandboxPath. */
            class SandboxPath {

                /**
                 * Constructs a new SandboxPath.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Volume.Source.SandboxPath.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SandboxPath type. */
                type: mesos.Volume.Source.SandboxPath.Type;

                /** SandboxPath path. */
                path: string;

                /**
                 * Encodes the specified SandboxPath message. Does not implicitly {@link mesos.Volume.Source.SandboxPath.verify|verify} messages.
                 * @param message SandboxPath message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Volume.Source.SandboxPath.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SandboxPath message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Volume.Source.SandboxPath & mesos.Volume.Source.SandboxPath.$Shape} SandboxPath
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.SandboxPath & mesos.Volume.Source.SandboxPath.$Shape;
            }

            namespace SandboxPath {

                /** Properties of a SandboxPath. */
                interface $Properties {

                    /** SandboxPath type */
                    type?: (mesos.Volume.Source.SandboxPath.Type|null);

                    /** SandboxPath path */
                    path: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SandboxPath. */
                type $Shape = mesos.Volume.Source.SandboxPath.$Properties;

                /** Type enum. */
                enum Type {

                    /** UNKNOWN value */
                    UNKNOWN = 0,

                    /** SELF value */
                    SELF = 1,

                    /** PARENT value */
                    PARENT = 2
                }
            }

            /**
             * Properties of a CSIVolume.
             * @deprecated Use mesos.Volume.Source.CSIVolume.$Properties instead.
             */
            interface ICSIVolume extends mesos.Volume.Source.CSIVolume.$Properties {
            }

            /** Represents a CSIVolume. */
            class CSIVolume {

                /**
                 * Constructs a new CSIVolume.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Volume.Source.CSIVolume.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CSIVolume pluginName. */
                pluginName: string;

                /** CSIVolume staticProvisioning. */
                staticProvisioning?: (mesos.Volume.Source.CSIVolume.StaticProvisioning.$Properties|null);

                /**
                 * Encodes the specified CSIVolume message. Does not implicitly {@link mesos.Volume.Source.CSIVolume.verify|verify} messages.
                 * @param message CSIVolume message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Volume.Source.CSIVolume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CSIVolume message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Volume.Source.CSIVolume & mesos.Volume.Source.CSIVolume.$Shape} CSIVolume
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.CSIVolume & mesos.Volume.Source.CSIVolume.$Shape;
            }

            namespace CSIVolume {

                /** Properties of a CSIVolume. */
                interface $Properties {

                    /** CSIVolume pluginName */
                    pluginName: string;

                    /** CSIVolume staticProvisioning */
                    staticProvisioning?: (mesos.Volume.Source.CSIVolume.StaticProvisioning.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CSIVolume. */
                type $Shape = {
                  pluginName: string;
                  staticProvisioning?: mesos.Volume.Source.CSIVolume.StaticProvisioning.$Shape|null;
                  $unknowns?: Uint8Array[];
                };

                /**
                 * Properties of a VolumeCapability.
                 * @deprecated Use mesos.Volume.Source.CSIVolume.VolumeCapability.$Properties instead.
                 */
                interface IVolumeCapability extends mesos.Volume.Source.CSIVolume.VolumeCapability.$Properties {
                }

                /** Represents a VolumeCapability. */
                class VolumeCapability {

                    /**
                     * Constructs a new VolumeCapability.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.Volume.Source.CSIVolume.VolumeCapability.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** VolumeCapability block. */
                    block?: (mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Properties|null);

                    /** VolumeCapability mount. */
                    mount?: (mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Properties|null);

                    /** VolumeCapability accessMode. */
                    accessMode: mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Properties;

                    /** VolumeCapability accessType. */
                    accessType?: ("block"|"mount");

                    /**
                     * Encodes the specified VolumeCapability message. Does not implicitly {@link mesos.Volume.Source.CSIVolume.VolumeCapability.verify|verify} messages.
                     * @param message VolumeCapability message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.Volume.Source.CSIVolume.VolumeCapability.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a VolumeCapability message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.Volume.Source.CSIVolume.VolumeCapability & mesos.Volume.Source.CSIVolume.VolumeCapability.$Shape} VolumeCapability
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.CSIVolume.VolumeCapability & mesos.Volume.Source.CSIVolume.VolumeCapability.$Shape;
                }

                namespace VolumeCapability {

                    /** Properties of a VolumeCapability. */
                    interface $Properties {

                        /** VolumeCapability block */
                        block?: (mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Properties|null);

                        /** VolumeCapability mount */
                        mount?: (mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Properties|null);

                        /** VolumeCapability accessMode */
                        accessMode: mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Properties;

                        /** VolumeCapability accessType */
                        accessType?: ("block"|"mount");

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Narrowed shape of a VolumeCapability. */
                    type $Shape = {
                      block?: mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Shape|null;
                      mount?: mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Shape|null;
                      accessMode: mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Shape;
                      $unknowns?: Uint8Array[];
                    } & (
                      ({ accessType?: undefined; block?: null; mount?: null }|{ accessType?: "block"; block: mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Shape; mount?: null }|{ accessType?: "mount"; block?: null; mount: mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Shape })
                    );

                    /**
                     * Properties of a BlockVolume.
                     * @deprecated Use mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Properties instead.
                     */
                    interface IBlockVolume extends mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Properties {
                    }

                    /** Represents a BlockVolume. */
                    class BlockVolume {

                        /**
                         * Constructs a new BlockVolume.
                         * @param [properties] Properties to set
                         */
                        constructor(properties?: mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Properties);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];

                        /**
                         * Encodes the specified BlockVolume message. Does not implicitly {@link mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.verify|verify} messages.
                         * @param message BlockVolume message or plain object to encode
                         * @param [writer] Writer to encode to
                         * @returns Writer
                         */
                        static encode(message: mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                        /**
                         * Decodes a BlockVolume message from the specified reader or buffer.
                         * @param reader Reader or buffer to decode from
                         * @param [length] Message length if known beforehand
                         * @returns {mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume & mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Shape} BlockVolume
                         * @throws {Error} If the payload is not a reader or valid buffer
                         * @throws {$protobuf.util.ProtocolError} If required fields are missing
                         */
                        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume & mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Shape;
                    }

                    namespace BlockVolume {

                        /** Properties of a BlockVolume. */
                        interface $Properties {

                            /** Unknown fields preserved while decoding when enabled */
                            $unknowns?: Uint8Array[];
                        }

                        /** Shape of a BlockVolume. */
                        type $Shape = mesos.Volume.Source.CSIVolume.VolumeCapability.BlockVolume.$Properties;
                    }

                    /**
                     * Properties of a MountVolume.
                     * @deprecated Use mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Properties instead.
                     */
                    interface IMountVolume extends mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Properties {
                    }

                    /** Represents a MountVolume. */
                    class MountVolume {

                        /**
                         * Constructs a new MountVolume.
                         * @param [properties] Properties to set
                         */
                        constructor(properties?: mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Properties);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];

                        /** MountVolume fsType. */
                        fsType: string;

                        /** MountVolume mountFlags. */
                        mountFlags: string[];

                        /**
                         * Encodes the specified MountVolume message. Does not implicitly {@link mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.verify|verify} messages.
                         * @param message MountVolume message or plain object to encode
                         * @param [writer] Writer to encode to
                         * @returns Writer
                         */
                        static encode(message: mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                        /**
                         * Decodes a MountVolume message from the specified reader or buffer.
                         * @param reader Reader or buffer to decode from
                         * @param [length] Message length if known beforehand
                         * @returns {mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume & mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Shape} MountVolume
                         * @throws {Error} If the payload is not a reader or valid buffer
                         * @throws {$protobuf.util.ProtocolError} If required fields are missing
                         */
                        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume & mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Shape;
                    }

                    namespace MountVolume {

                        /** Properties of a MountVolume. */
                        interface $Properties {

                            /** MountVolume fsType */
                            fsType?: (string|null);

                            /** MountVolume mountFlags */
                            mountFlags?: (string[]|null);

                            /** Unknown fields preserved while decoding when enabled */
                            $unknowns?: Uint8Array[];
                        }

                        /** Shape of a MountVolume. */
                        type $Shape = mesos.Volume.Source.CSIVolume.VolumeCapability.MountVolume.$Properties;
                    }

                    /**
                     * Properties of an AccessMode.
                     * @deprecated Use mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Properties instead.
                     */
                    interface IAccessMode extends mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Properties {
                    }

                    /** Represents an AccessMode. */
                    class AccessMode {

                        /**
                         * Constructs a new AccessMode.
                         * @param [properties] Properties to set
                         */
                        constructor(properties?: mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Properties);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];

                        /** AccessMode mode. */
                        mode: mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.Mode;

                        /**
                         * Encodes the specified AccessMode message. Does not implicitly {@link mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.verify|verify} messages.
                         * @param message AccessMode message or plain object to encode
                         * @param [writer] Writer to encode to
                         * @returns Writer
                         */
                        static encode(message: mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                        /**
                         * Decodes an AccessMode message from the specified reader or buffer.
                         * @param reader Reader or buffer to decode from
                         * @param [length] Message length if known beforehand
                         * @returns {mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode & mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Shape} AccessMode
                         * @throws {Error} If the payload is not a reader or valid buffer
                         * @throws {$protobuf.util.ProtocolError} If required fields are missing
                         */
                        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode & mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Shape;
                    }

                    namespace AccessMode {

                        /** Properties of an AccessMode. */
                        interface $Properties {

                            /** AccessMode mode */
                            mode: mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.Mode;

                            /** Unknown fields preserved while decoding when enabled */
                            $unknowns?: Uint8Array[];
                        }

                        /** Shape of an AccessMode. */
                        type $Shape = mesos.Volume.Source.CSIVolume.VolumeCapability.AccessMode.$Properties;

                        /** Mode enum. */
                        enum Mode {

                            /** UNKNOWN value */
                            UNKNOWN = 0,

                            /** SINGLE_NODE_WRITER value */
                            SINGLE_NODE_WRITER = 1,

                            /** SINGLE_NODE_READER_ONLY value */
                            SINGLE_NODE_READER_ONLY = 2,

                            /** MULTI_NODE_READER_ONLY value */
                            MULTI_NODE_READER_ONLY = 3,

                            /** MULTI_NODE_SINGLE_WRITER value */
                            MULTI_NODE_SINGLE_WRITER = 4,

                            /** MULTI_NODE_MULTI_WRITER value */
                            MULTI_NODE_MULTI_WRITER = 5
                        }
                    }
                }

                /**
                 * Properties of a StaticProvisioning.
                 * @deprecated Use mesos.Volume.Source.CSIVolume.StaticProvisioning.$Properties instead.
                 */
                interface IStaticProvisioning extends mesos.Volume.Source.CSIVolume.StaticProvisioning.$Properties {
                }

                /** Represents a StaticProvisioning. */
                class StaticProvisioning {

                    /**
                     * Constructs a new StaticProvisioning.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.Volume.Source.CSIVolume.StaticProvisioning.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** StaticProvisioning volumeId. */
                    volumeId: string;

                    /** StaticProvisioning volumeCapability. */
                    volumeCapability: mesos.Volume.Source.CSIVolume.VolumeCapability.$Properties;

                    /** StaticProvisioning nodeStageSecrets. */
                    nodeStageSecrets: { [k: string]: mesos.Secret.$Properties };

                    /** StaticProvisioning nodePublishSecrets. */
                    nodePublishSecrets: { [k: string]: mesos.Secret.$Properties };

                    /** StaticProvisioning volumeContext. */
                    volumeContext: { [k: string]: string };

                    /**
                     * Encodes the specified StaticProvisioning message. Does not implicitly {@link mesos.Volume.Source.CSIVolume.StaticProvisioning.verify|verify} messages.
                     * @param message StaticProvisioning message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.Volume.Source.CSIVolume.StaticProvisioning.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a StaticProvisioning message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.Volume.Source.CSIVolume.StaticProvisioning & mesos.Volume.Source.CSIVolume.StaticProvisioning.$Shape} StaticProvisioning
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Volume.Source.CSIVolume.StaticProvisioning & mesos.Volume.Source.CSIVolume.StaticProvisioning.$Shape;
                }

                namespace StaticProvisioning {

                    /** Properties of a StaticProvisioning. */
                    interface $Properties {

                        /** StaticProvisioning volumeId */
                        volumeId: string;

                        /** StaticProvisioning volumeCapability */
                        volumeCapability: mesos.Volume.Source.CSIVolume.VolumeCapability.$Properties;

                        /** StaticProvisioning nodeStageSecrets */
                        nodeStageSecrets?: ({ [k: string]: mesos.Secret.$Properties }|null);

                        /** StaticProvisioning nodePublishSecrets */
                        nodePublishSecrets?: ({ [k: string]: mesos.Secret.$Properties }|null);

                        /** StaticProvisioning volumeContext */
                        volumeContext?: ({ [k: string]: string }|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a StaticProvisioning. */
                    type $Shape = {
                      volumeId: string;
                      volumeCapability: mesos.Volume.Source.CSIVolume.VolumeCapability.$Shape;
                      nodeStageSecrets?: { [k: string]: mesos.Secret.$Shape }|null;
                      nodePublishSecrets?: { [k: string]: mesos.Secret.$Shape }|null;
                      volumeContext?: { [k: string]: string }|null;
                      $unknowns?: Uint8Array[];
                    };
                }
            }
        }
    }

    /**
     * Properties of an Image.
     * @deprecated Use mesos.Image.$Properties instead.
     */
    interface IImage extends mesos.Image.$Properties {
    }

    /** Represents an Image. */
    class Image {

        /**
         * Constructs a new Image.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Image.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Image type. */
        type: mesos.Image.Type;

        /** Image appc. */
        appc?: (mesos.Image.Appc.$Properties|null);

        /** Image docker. */
        docker?: (mesos.Image.Docker.$Properties|null);

        /** Image cached. */
        cached: boolean;

        /**
         * Encodes the specified Image message. Does not implicitly {@link mesos.Image.verify|verify} messages.
         * @param message Image message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Image.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Image message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Image & mesos.Image.$Shape} Image
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Image & mesos.Image.$Shape;
    }

    namespace Image {

        /** Properties of an Image. */
        interface $Properties {

            /** Image type */
            type: mesos.Image.Type;

            /** Image appc */
            appc?: (mesos.Image.Appc.$Properties|null);

            /** Image docker */
            docker?: (mesos.Image.Docker.$Properties|null);

            /** Image cached */
            cached?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Image. */
        type $Shape = mesos.Image.$Properties;

        /** Type enum. */
        enum Type {

            /** APPC value */
            APPC = 1,

            /** DOCKER value */
            DOCKER = 2
        }

        /**
         * Properties of an Appc.
         * @deprecated Use mesos.Image.Appc.$Properties instead.
         */
        interface IAppc extends mesos.Image.Appc.$Properties {
        }

        /** Represents an Appc. */
        class Appc {

            /**
             * Constructs a new Appc.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Image.Appc.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Appc name. */
            name: string;

            /** Appc id. */
            id: string;

            /** Appc labels. */
            labels?: (mesos.Labels.$Properties|null);

            /**
             * Encodes the specified Appc message. Does not implicitly {@link mesos.Image.Appc.verify|verify} messages.
             * @param message Appc message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Image.Appc.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Appc message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Image.Appc & mesos.Image.Appc.$Shape} Appc
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Image.Appc & mesos.Image.Appc.$Shape;
        }

        namespace Appc {

            /** Properties of an Appc. */
            interface $Properties {

                /** Appc name */
                name: string;

                /** Appc id */
                id?: (string|null);

                /** Appc labels */
                labels?: (mesos.Labels.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Appc. */
            type $Shape = mesos.Image.Appc.$Properties;
        }

        /**
         * Properties of a Docker.
         * @deprecated Use mesos.Image.Docker.$Properties instead.
         */
        interface IDocker extends mesos.Image.Docker.$Properties {
        }

        /** Represents a Docker. */
        class Docker {

            /**
             * Constructs a new Docker.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Image.Docker.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Docker name. */
            name: string;

            /** Docker credential. */
            credential?: (mesos.Credential.$Properties|null);

            /** Docker config. */
            config?: (mesos.Secret.$Properties|null);

            /**
             * Encodes the specified Docker message. Does not implicitly {@link mesos.Image.Docker.verify|verify} messages.
             * @param message Docker message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Image.Docker.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Docker message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Image.Docker & mesos.Image.Docker.$Shape} Docker
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Image.Docker & mesos.Image.Docker.$Shape;
        }

        namespace Docker {

            /** Properties of a Docker. */
            interface $Properties {

                /** Docker name */
                name: string;

                /** Docker credential */
                credential?: (mesos.Credential.$Properties|null);

                /** Docker config */
                config?: (mesos.Secret.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Docker. */
            type $Shape = mesos.Image.Docker.$Properties;
        }
    }

    /**
     * Properties of a Secret.
     * @deprecated Use mesos.Secret.$Properties instead.
     */
    interface ISecret extends mesos.Secret.$Properties {
    }

    /** Represents a Secret. */
    class Secret {

        /**
         * Constructs a new Secret.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Secret.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Secret type. */
        type: mesos.Secret.Type;

        /** Secret reference. */
        reference?: (mesos.Secret.Reference.$Properties|null);

        /** Secret value. */
        value?: (mesos.Secret.Value.$Properties|null);

        /**
         * Encodes the specified Secret message. Does not implicitly {@link mesos.Secret.verify|verify} messages.
         * @param message Secret message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Secret.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Secret message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Secret & mesos.Secret.$Shape} Secret
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Secret & mesos.Secret.$Shape;
    }

    namespace Secret {

        /** Properties of a Secret. */
        interface $Properties {

            /** Secret type */
            type?: (mesos.Secret.Type|null);

            /** Secret reference */
            reference?: (mesos.Secret.Reference.$Properties|null);

            /** Secret value */
            value?: (mesos.Secret.Value.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Secret. */
        type $Shape = mesos.Secret.$Properties;

        /** Type enum. */
        enum Type {

            /** UNKNOWN value */
            UNKNOWN = 0,

            /** REFERENCE value */
            REFERENCE = 1,

            /** VALUE value */
            VALUE = 2
        }

        /**
         * Properties of a Reference.
         * @deprecated Use mesos.Secret.Reference.$Properties instead.
         */
        interface IReference extends mesos.Secret.Reference.$Properties {
        }

        /** Represents a Reference. */
        class Reference {

            /**
             * Constructs a new Reference.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Secret.Reference.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reference name. */
            name: string;

            /** Reference key. */
            key: string;

            /**
             * Encodes the specified Reference message. Does not implicitly {@link mesos.Secret.Reference.verify|verify} messages.
             * @param message Reference message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Secret.Reference.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reference message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Secret.Reference & mesos.Secret.Reference.$Shape} Reference
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Secret.Reference & mesos.Secret.Reference.$Shape;
        }

        namespace Reference {

            /** Properties of a Reference. */
            interface $Properties {

                /** Reference name */
                name: string;

                /** Reference key */
                key?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reference. */
            type $Shape = mesos.Secret.Reference.$Properties;
        }

        /**
         * Properties of a Value.
         * @deprecated Use mesos.Secret.Value.$Properties instead.
         */
        interface IValue extends mesos.Secret.Value.$Properties {
        }

        /** Represents a Value. */
        class Value {

            /**
             * Constructs a new Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Secret.Value.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Value data. */
            data: Uint8Array;

            /**
             * Encodes the specified Value message. Does not implicitly {@link mesos.Secret.Value.verify|verify} messages.
             * @param message Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Secret.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Secret.Value & mesos.Secret.Value.$Shape} Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Secret.Value & mesos.Secret.Value.$Shape;
        }

        namespace Value {

            /** Properties of a Value. */
            interface $Properties {

                /** Value data */
                data: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Value. */
            type $Shape = mesos.Secret.Value.$Properties;
        }
    }

    /**
     * Properties of a Credential.
     * @deprecated Use mesos.Credential.$Properties instead.
     */
    interface ICredential extends mesos.Credential.$Properties {
    }

    /** Represents a Credential. */
    class Credential {

        /**
         * Constructs a new Credential.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Credential.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Credential principal. */
        principal: string;

        /** Credential secret. */
        secret: string;

        /**
         * Encodes the specified Credential message. Does not implicitly {@link mesos.Credential.verify|verify} messages.
         * @param message Credential message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Credential.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Credential message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Credential & mesos.Credential.$Shape} Credential
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Credential & mesos.Credential.$Shape;
    }

    namespace Credential {

        /** Properties of a Credential. */
        interface $Properties {

            /** Credential principal */
            principal: string;

            /** Credential secret */
            secret?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Credential. */
        type $Shape = mesos.Credential.$Properties;
    }

    /**
     * Properties of a TimeInfo.
     * @deprecated Use mesos.TimeInfo.$Properties instead.
     */
    interface ITimeInfo extends mesos.TimeInfo.$Properties {
    }

    /** Represents a TimeInfo. */
    class TimeInfo {

        /**
         * Constructs a new TimeInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.TimeInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TimeInfo nanoseconds. */
        nanoseconds: Long;

        /**
         * Encodes the specified TimeInfo message. Does not implicitly {@link mesos.TimeInfo.verify|verify} messages.
         * @param message TimeInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.TimeInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TimeInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.TimeInfo & mesos.TimeInfo.$Shape} TimeInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.TimeInfo & mesos.TimeInfo.$Shape;
    }

    namespace TimeInfo {

        /** Properties of a TimeInfo. */
        interface $Properties {

            /** TimeInfo nanoseconds */
            nanoseconds: Long;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TimeInfo. */
        type $Shape = mesos.TimeInfo.$Properties;
    }

    /**
     * Properties of a DurationInfo.
     * @deprecated Use mesos.DurationInfo.$Properties instead.
     */
    interface IDurationInfo extends mesos.DurationInfo.$Properties {
    }

    /** Represents a DurationInfo. */
    class DurationInfo {

        /**
         * Constructs a new DurationInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.DurationInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DurationInfo nanoseconds. */
        nanoseconds: Long;

        /**
         * Encodes the specified DurationInfo message. Does not implicitly {@link mesos.DurationInfo.verify|verify} messages.
         * @param message DurationInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.DurationInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DurationInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.DurationInfo & mesos.DurationInfo.$Shape} DurationInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.DurationInfo & mesos.DurationInfo.$Shape;
    }

    namespace DurationInfo {

        /** Properties of a DurationInfo. */
        interface $Properties {

            /** DurationInfo nanoseconds */
            nanoseconds: Long;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DurationInfo. */
        type $Shape = mesos.DurationInfo.$Properties;
    }

    /**
     * Properties of a CgroupInfo.
     * @deprecated Use mesos.CgroupInfo.$Properties instead.
     */
    interface ICgroupInfo extends mesos.CgroupInfo.$Properties {
    }

    /** Represents a CgroupInfo. */
    class CgroupInfo {

        /**
         * Constructs a new CgroupInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.CgroupInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CgroupInfo netCls. */
        netCls?: (mesos.CgroupInfo.NetCls.$Properties|null);

        /**
         * Encodes the specified CgroupInfo message. Does not implicitly {@link mesos.CgroupInfo.verify|verify} messages.
         * @param message CgroupInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.CgroupInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CgroupInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.CgroupInfo & mesos.CgroupInfo.$Shape} CgroupInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.CgroupInfo & mesos.CgroupInfo.$Shape;
    }

    namespace CgroupInfo {

        /** Properties of a CgroupInfo. */
        interface $Properties {

            /** CgroupInfo netCls */
            netCls?: (mesos.CgroupInfo.NetCls.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CgroupInfo. */
        type $Shape = mesos.CgroupInfo.$Properties;

        /**
         * Properties of a NetCls.
         * @deprecated Use mesos.CgroupInfo.NetCls.$Properties instead.
         */
        interface INetCls extends mesos.CgroupInfo.NetCls.$Properties {
        }

        /** Represents a NetCls. */
        class NetCls {

            /**
             * Constructs a new NetCls.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.CgroupInfo.NetCls.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NetCls classid. */
            classid: number;

            /**
             * Encodes the specified NetCls message. Does not implicitly {@link mesos.CgroupInfo.NetCls.verify|verify} messages.
             * @param message NetCls message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.CgroupInfo.NetCls.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NetCls message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.CgroupInfo.NetCls & mesos.CgroupInfo.NetCls.$Shape} NetCls
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.CgroupInfo.NetCls & mesos.CgroupInfo.NetCls.$Shape;
        }

        namespace NetCls {

            /** Properties of a NetCls. */
            interface $Properties {

                /** NetCls classid */
                classid?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NetCls. */
            type $Shape = mesos.CgroupInfo.NetCls.$Properties;
        }
    }

    /**
     * Properties of a ContainerStatus.
     * @deprecated Use mesos.ContainerStatus.$Properties instead.
     */
    interface IContainerStatus extends mesos.ContainerStatus.$Properties {
    }

    /** Represents a ContainerStatus. */
    class ContainerStatus {

        /**
         * Constructs a new ContainerStatus.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.ContainerStatus.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ContainerStatus networkInfos. */
        networkInfos: mesos.NetworkInfo.$Properties[];

        /** ContainerStatus cgroupInfo. */
        cgroupInfo?: (mesos.CgroupInfo.$Properties|null);

        /** ContainerStatus executorPid. */
        executorPid: number;

        /** ContainerStatus containerId. */
        containerId?: (mesos.ContainerID.$Properties|null);

        /**
         * Encodes the specified ContainerStatus message. Does not implicitly {@link mesos.ContainerStatus.verify|verify} messages.
         * @param message ContainerStatus message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.ContainerStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ContainerStatus message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.ContainerStatus & mesos.ContainerStatus.$Shape} ContainerStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.ContainerStatus & mesos.ContainerStatus.$Shape;
    }

    namespace ContainerStatus {

        /** Properties of a ContainerStatus. */
        interface $Properties {

            /** ContainerStatus networkInfos */
            networkInfos?: (mesos.NetworkInfo.$Properties[]|null);

            /** ContainerStatus cgroupInfo */
            cgroupInfo?: (mesos.CgroupInfo.$Properties|null);

            /** ContainerStatus executorPid */
            executorPid?: (number|null);

            /** ContainerStatus containerId */
            containerId?: (mesos.ContainerID.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ContainerStatus. */
        type $Shape = mesos.ContainerStatus.$Properties;
    }

    /**
     * Properties of a NetworkInfo.
     * @deprecated Use mesos.NetworkInfo.$Properties instead.
     */
    interface INetworkInfo extends mesos.NetworkInfo.$Properties {
    }

    /** Represents a NetworkInfo. */
    class NetworkInfo {

        /**
         * Constructs a new NetworkInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.NetworkInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NetworkInfo groups. */
        groups: string[];

        /** NetworkInfo labels. */
        labels?: (mesos.Labels.$Properties|null);

        /** NetworkInfo ipAddresses. */
        ipAddresses: mesos.NetworkInfo.IPAddress.$Properties[];

        /** NetworkInfo name. */
        name: string;

        /** NetworkInfo portMappings. */
        portMappings: mesos.NetworkInfo.PortMapping.$Properties[];

        /**
         * Encodes the specified NetworkInfo message. Does not implicitly {@link mesos.NetworkInfo.verify|verify} messages.
         * @param message NetworkInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.NetworkInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NetworkInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.NetworkInfo & mesos.NetworkInfo.$Shape} NetworkInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.NetworkInfo & mesos.NetworkInfo.$Shape;
    }

    namespace NetworkInfo {

        /** Properties of a NetworkInfo. */
        interface $Properties {

            /** NetworkInfo groups */
            groups?: (string[]|null);

            /** NetworkInfo labels */
            labels?: (mesos.Labels.$Properties|null);

            /** NetworkInfo ipAddresses */
            ipAddresses?: (mesos.NetworkInfo.IPAddress.$Properties[]|null);

            /** NetworkInfo name */
            name?: (string|null);

            /** NetworkInfo portMappings */
            portMappings?: (mesos.NetworkInfo.PortMapping.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NetworkInfo. */
        type $Shape = mesos.NetworkInfo.$Properties;

        /** Protocol enum. */
        enum Protocol {

            /** IPv4 value */
            IPv4 = 1,

            /** IPv6 value */
            IPv6 = 2
        }

        /**
         * Properties of a IPAddress.
         * @deprecated Use mesos.NetworkInfo.IPAddress.$Properties instead.
         */
        interface IIPAddress extends mesos.NetworkInfo.IPAddress.$Properties {
        }

        /** Represents a IPAddress. */
        class IPAddress {

            /**
             * Constructs a new IPAddress.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.NetworkInfo.IPAddress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** IPAddress protocol. */
            protocol: mesos.NetworkInfo.Protocol;

            /** IPAddress ipAddress. */
            ipAddress: string;

            /**
             * Encodes the specified IPAddress message. Does not implicitly {@link mesos.NetworkInfo.IPAddress.verify|verify} messages.
             * @param message IPAddress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.NetworkInfo.IPAddress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a IPAddress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.NetworkInfo.IPAddress & mesos.NetworkInfo.IPAddress.$Shape} IPAddress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.NetworkInfo.IPAddress & mesos.NetworkInfo.IPAddress.$Shape;
        }

        namespace IPAddress {

            /** Properties of a IPAddress. */
            interface $Properties {

                /** IPAddress protocol */
                protocol?: (mesos.NetworkInfo.Protocol|null);

                /** IPAddress ipAddress */
                ipAddress?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a IPAddress. */
            type $Shape = mesos.NetworkInfo.IPAddress.$Properties;
        }

        /**
         * Properties of a PortMapping.
         * @deprecated Use mesos.NetworkInfo.PortMapping.$Properties instead.
         */
        interface IPortMapping extends mesos.NetworkInfo.PortMapping.$Properties {
        }

        /** Represents a PortMapping. */
        class PortMapping {

            /**
             * Constructs a new PortMapping.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.NetworkInfo.PortMapping.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortMapping hostPort. */
            hostPort: number;

            /** PortMapping containerPort. */
            containerPort: number;

            /** PortMapping protocol. */
            protocol: string;

            /**
             * Encodes the specified PortMapping message. Does not implicitly {@link mesos.NetworkInfo.PortMapping.verify|verify} messages.
             * @param message PortMapping message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.NetworkInfo.PortMapping.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortMapping message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.NetworkInfo.PortMapping & mesos.NetworkInfo.PortMapping.$Shape} PortMapping
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.NetworkInfo.PortMapping & mesos.NetworkInfo.PortMapping.$Shape;
        }

        namespace PortMapping {

            /** Properties of a PortMapping. */
            interface $Properties {

                /** PortMapping hostPort */
                hostPort: number;

                /** PortMapping containerPort */
                containerPort: number;

                /** PortMapping protocol */
                protocol?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PortMapping. */
            type $Shape = mesos.NetworkInfo.PortMapping.$Properties;
        }
    }

    /** Namespace internal. */
    namespace internal {

        /**
         * Properties of a CheckpointResourcesMessage.
         * @deprecated Use mesos.internal.CheckpointResourcesMessage.$Properties instead.
         */
        interface ICheckpointResourcesMessage extends mesos.internal.CheckpointResourcesMessage.$Properties {
        }

        /** Represents a CheckpointResourcesMessage. */
        class CheckpointResourcesMessage {

            /**
             * Constructs a new CheckpointResourcesMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.CheckpointResourcesMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CheckpointResourcesMessage resources. */
            resources: mesos.Resource.$Properties[];

            /**
             * Encodes the specified CheckpointResourcesMessage message. Does not implicitly {@link mesos.internal.CheckpointResourcesMessage.verify|verify} messages.
             * @param message CheckpointResourcesMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.CheckpointResourcesMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CheckpointResourcesMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.CheckpointResourcesMessage & mesos.internal.CheckpointResourcesMessage.$Shape} CheckpointResourcesMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.CheckpointResourcesMessage & mesos.internal.CheckpointResourcesMessage.$Shape;
        }

        namespace CheckpointResourcesMessage {

            /** Properties of a CheckpointResourcesMessage. */
            interface $Properties {

                /** CheckpointResourcesMessage resources */
                resources?: (mesos.Resource.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CheckpointResourcesMessage. */
            type $Shape = {
              resources?: mesos.Resource.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ResourceVersionUUID.
         * @deprecated Use mesos.internal.ResourceVersionUUID.$Properties instead.
         */
        interface IResourceVersionUUID extends mesos.internal.ResourceVersionUUID.$Properties {
        }

        /** Represents a ResourceVersionUUID. */
        class ResourceVersionUUID {

            /**
             * Constructs a new ResourceVersionUUID.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.ResourceVersionUUID.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResourceVersionUUID resourceProviderId. */
            resourceProviderId?: (mesos.ResourceProviderID.$Properties|null);

            /** ResourceVersionUUID uuid. */
            uuid: mesos.UUID.$Properties;

            /**
             * Encodes the specified ResourceVersionUUID message. Does not implicitly {@link mesos.internal.ResourceVersionUUID.verify|verify} messages.
             * @param message ResourceVersionUUID message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.ResourceVersionUUID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResourceVersionUUID message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.ResourceVersionUUID & mesos.internal.ResourceVersionUUID.$Shape} ResourceVersionUUID
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.ResourceVersionUUID & mesos.internal.ResourceVersionUUID.$Shape;
        }

        namespace ResourceVersionUUID {

            /** Properties of a ResourceVersionUUID. */
            interface $Properties {

                /** ResourceVersionUUID resourceProviderId */
                resourceProviderId?: (mesos.ResourceProviderID.$Properties|null);

                /** ResourceVersionUUID uuid */
                uuid: mesos.UUID.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResourceVersionUUID. */
            type $Shape = mesos.internal.ResourceVersionUUID.$Properties;
        }

        /**
         * Properties of an ApplyOperationMessage.
         * @deprecated Use mesos.internal.ApplyOperationMessage.$Properties instead.
         */
        interface IApplyOperationMessage extends mesos.internal.ApplyOperationMessage.$Properties {
        }

        /** Represents an ApplyOperationMessage. */
        class ApplyOperationMessage {

            /**
             * Constructs a new ApplyOperationMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.ApplyOperationMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ApplyOperationMessage frameworkId. */
            frameworkId?: (mesos.FrameworkID.$Properties|null);

            /** ApplyOperationMessage operationInfo. */
            operationInfo: mesos.Offer.Operation.$Properties;

            /** ApplyOperationMessage operationUuid. */
            operationUuid: mesos.UUID.$Properties;

            /** ApplyOperationMessage resourceVersionUuid. */
            resourceVersionUuid: mesos.internal.ResourceVersionUUID.$Properties;

            /**
             * Encodes the specified ApplyOperationMessage message. Does not implicitly {@link mesos.internal.ApplyOperationMessage.verify|verify} messages.
             * @param message ApplyOperationMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.ApplyOperationMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ApplyOperationMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.ApplyOperationMessage & mesos.internal.ApplyOperationMessage.$Shape} ApplyOperationMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.ApplyOperationMessage & mesos.internal.ApplyOperationMessage.$Shape;
        }

        namespace ApplyOperationMessage {

            /** Properties of an ApplyOperationMessage. */
            interface $Properties {

                /** ApplyOperationMessage frameworkId */
                frameworkId?: (mesos.FrameworkID.$Properties|null);

                /** ApplyOperationMessage operationInfo */
                operationInfo: mesos.Offer.Operation.$Properties;

                /** ApplyOperationMessage operationUuid */
                operationUuid: mesos.UUID.$Properties;

                /** ApplyOperationMessage resourceVersionUuid */
                resourceVersionUuid: mesos.internal.ResourceVersionUUID.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ApplyOperationMessage. */
            type $Shape = {
              frameworkId?: mesos.FrameworkID.$Shape|null;
              operationInfo: mesos.Offer.Operation.$Shape;
              operationUuid: mesos.UUID.$Shape;
              resourceVersionUuid: mesos.internal.ResourceVersionUUID.$Shape;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ReconcileOperationsMessage.
         * @deprecated Use mesos.internal.ReconcileOperationsMessage.$Properties instead.
         */
        interface IReconcileOperationsMessage extends mesos.internal.ReconcileOperationsMessage.$Properties {
        }

        /** Represents a ReconcileOperationsMessage. */
        class ReconcileOperationsMessage {

            /**
             * Constructs a new ReconcileOperationsMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.ReconcileOperationsMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReconcileOperationsMessage operations. */
            operations: mesos.internal.ReconcileOperationsMessage.Operation.$Properties[];

            /** ReconcileOperationsMessage frameworkId. */
            frameworkId?: (mesos.FrameworkID.$Properties|null);

            /**
             * Encodes the specified ReconcileOperationsMessage message. Does not implicitly {@link mesos.internal.ReconcileOperationsMessage.verify|verify} messages.
             * @param message ReconcileOperationsMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.ReconcileOperationsMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReconcileOperationsMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.ReconcileOperationsMessage & mesos.internal.ReconcileOperationsMessage.$Shape} ReconcileOperationsMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.ReconcileOperationsMessage & mesos.internal.ReconcileOperationsMessage.$Shape;
        }

        namespace ReconcileOperationsMessage {

            /** Properties of a ReconcileOperationsMessage. */
            interface $Properties {

                /** ReconcileOperationsMessage operations */
                operations?: (mesos.internal.ReconcileOperationsMessage.Operation.$Properties[]|null);

                /** ReconcileOperationsMessage frameworkId */
                frameworkId?: (mesos.FrameworkID.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReconcileOperationsMessage. */
            type $Shape = mesos.internal.ReconcileOperationsMessage.$Properties;

            /**
             * Properties of an Operation.
             * @deprecated Use mesos.internal.ReconcileOperationsMessage.Operation.$Properties instead.
             */
            interface IOperation extends mesos.internal.ReconcileOperationsMessage.Operation.$Properties {
            }

            /** Represents an Operation. */
            class Operation {

                /**
                 * Constructs a new Operation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.ReconcileOperationsMessage.Operation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Operation operationUuid. */
                operationUuid?: (mesos.UUID.$Properties|null);

                /** Operation resourceProviderId. */
                resourceProviderId?: (mesos.ResourceProviderID.$Properties|null);

                /** Operation operationId. */
                operationId?: (mesos.OperationID.$Properties|null);

                /**
                 * Encodes the specified Operation message. Does not implicitly {@link mesos.internal.ReconcileOperationsMessage.Operation.verify|verify} messages.
                 * @param message Operation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.ReconcileOperationsMessage.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Operation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.ReconcileOperationsMessage.Operation & mesos.internal.ReconcileOperationsMessage.Operation.$Shape} Operation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.ReconcileOperationsMessage.Operation & mesos.internal.ReconcileOperationsMessage.Operation.$Shape;
            }

            namespace Operation {

                /** Properties of an Operation. */
                interface $Properties {

                    /** Operation operationUuid */
                    operationUuid?: (mesos.UUID.$Properties|null);

                    /** Operation resourceProviderId */
                    resourceProviderId?: (mesos.ResourceProviderID.$Properties|null);

                    /** Operation operationId */
                    operationId?: (mesos.OperationID.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Operation. */
                type $Shape = mesos.internal.ReconcileOperationsMessage.Operation.$Properties;
            }
        }

        /**
         * Properties of an UpdateSlaveMessage.
         * @deprecated Use mesos.internal.UpdateSlaveMessage.$Properties instead.
         */
        interface IUpdateSlaveMessage extends mesos.internal.UpdateSlaveMessage.$Properties {
        }

        /** Represents an UpdateSlaveMessage. */
        class UpdateSlaveMessage {

            /**
             * Constructs a new UpdateSlaveMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.UpdateSlaveMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UpdateSlaveMessage slaveId. */
            slaveId: mesos.SlaveID.$Properties;

            /** UpdateSlaveMessage oversubscribedResources. */
            oversubscribedResources: mesos.Resource.$Properties[];

            /** UpdateSlaveMessage updateOversubscribedResources. */
            updateOversubscribedResources: boolean;

            /** UpdateSlaveMessage operations. */
            operations?: (mesos.internal.UpdateSlaveMessage.Operations.$Properties|null);

            /** UpdateSlaveMessage resourceVersionUuid. */
            resourceVersionUuid?: (mesos.UUID.$Properties|null);

            /** UpdateSlaveMessage resourceProviders. */
            resourceProviders?: (mesos.internal.UpdateSlaveMessage.ResourceProviders.$Properties|null);

            /**
             * Encodes the specified UpdateSlaveMessage message. Does not implicitly {@link mesos.internal.UpdateSlaveMessage.verify|verify} messages.
             * @param message UpdateSlaveMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.UpdateSlaveMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UpdateSlaveMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.UpdateSlaveMessage & mesos.internal.UpdateSlaveMessage.$Shape} UpdateSlaveMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.UpdateSlaveMessage & mesos.internal.UpdateSlaveMessage.$Shape;
        }

        namespace UpdateSlaveMessage {

            /** Properties of an UpdateSlaveMessage. */
            interface $Properties {

                /** UpdateSlaveMessage slaveId */
                slaveId: mesos.SlaveID.$Properties;

                /** UpdateSlaveMessage oversubscribedResources */
                oversubscribedResources?: (mesos.Resource.$Properties[]|null);

                /** UpdateSlaveMessage updateOversubscribedResources */
                updateOversubscribedResources?: (boolean|null);

                /** UpdateSlaveMessage operations */
                operations?: (mesos.internal.UpdateSlaveMessage.Operations.$Properties|null);

                /** UpdateSlaveMessage resourceVersionUuid */
                resourceVersionUuid?: (mesos.UUID.$Properties|null);

                /** UpdateSlaveMessage resourceProviders */
                resourceProviders?: (mesos.internal.UpdateSlaveMessage.ResourceProviders.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UpdateSlaveMessage. */
            type $Shape = {
              slaveId: mesos.SlaveID.$Shape;
              oversubscribedResources?: mesos.Resource.$Shape[]|null;
              updateOversubscribedResources?: boolean|null;
              operations?: mesos.internal.UpdateSlaveMessage.Operations.$Shape|null;
              resourceVersionUuid?: mesos.UUID.$Shape|null;
              resourceProviders?: mesos.internal.UpdateSlaveMessage.ResourceProviders.$Shape|null;
              $unknowns?: Uint8Array[];
            };

            /**
             * Properties of an Operations.
             * @deprecated Use mesos.internal.UpdateSlaveMessage.Operations.$Properties instead.
             */
            interface IOperations extends mesos.internal.UpdateSlaveMessage.Operations.$Properties {
            }

            /** Represents an Operations. */
            class Operations {

                /**
                 * Constructs a new Operations.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.UpdateSlaveMessage.Operations.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Operations operations. */
                operations: mesos.Operation.$Properties[];

                /**
                 * Encodes the specified Operations message. Does not implicitly {@link mesos.internal.UpdateSlaveMessage.Operations.verify|verify} messages.
                 * @param message Operations message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.UpdateSlaveMessage.Operations.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Operations message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.UpdateSlaveMessage.Operations & mesos.internal.UpdateSlaveMessage.Operations.$Shape} Operations
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.UpdateSlaveMessage.Operations & mesos.internal.UpdateSlaveMessage.Operations.$Shape;
            }

            namespace Operations {

                /** Properties of an Operations. */
                interface $Properties {

                    /** Operations operations */
                    operations?: (mesos.Operation.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Operations. */
                type $Shape = {
                  operations?: mesos.Operation.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a ResourceProvider.
             * @deprecated Use mesos.internal.UpdateSlaveMessage.ResourceProvider.$Properties instead.
             */
            interface IResourceProvider extends mesos.internal.UpdateSlaveMessage.ResourceProvider.$Properties {
            }

            /** Represents a ResourceProvider. */
            class ResourceProvider {

                /**
                 * Constructs a new ResourceProvider.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.UpdateSlaveMessage.ResourceProvider.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResourceProvider info. */
                info?: (mesos.ResourceProviderInfo.$Properties|null);

                /** ResourceProvider totalResources. */
                totalResources: mesos.Resource.$Properties[];

                /** ResourceProvider operations. */
                operations: mesos.internal.UpdateSlaveMessage.Operations.$Properties;

                /** ResourceProvider resourceVersionUuid. */
                resourceVersionUuid: mesos.UUID.$Properties;

                /**
                 * Encodes the specified ResourceProvider message. Does not implicitly {@link mesos.internal.UpdateSlaveMessage.ResourceProvider.verify|verify} messages.
                 * @param message ResourceProvider message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.UpdateSlaveMessage.ResourceProvider.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResourceProvider message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.UpdateSlaveMessage.ResourceProvider & mesos.internal.UpdateSlaveMessage.ResourceProvider.$Shape} ResourceProvider
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.UpdateSlaveMessage.ResourceProvider & mesos.internal.UpdateSlaveMessage.ResourceProvider.$Shape;
            }

            namespace ResourceProvider {

                /** Properties of a ResourceProvider. */
                interface $Properties {

                    /** ResourceProvider info */
                    info?: (mesos.ResourceProviderInfo.$Properties|null);

                    /** ResourceProvider totalResources */
                    totalResources?: (mesos.Resource.$Properties[]|null);

                    /** ResourceProvider operations */
                    operations: mesos.internal.UpdateSlaveMessage.Operations.$Properties;

                    /** ResourceProvider resourceVersionUuid */
                    resourceVersionUuid: mesos.UUID.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResourceProvider. */
                type $Shape = {
                  info?: mesos.ResourceProviderInfo.$Shape|null;
                  totalResources?: mesos.Resource.$Shape[]|null;
                  operations: mesos.internal.UpdateSlaveMessage.Operations.$Shape;
                  resourceVersionUuid: mesos.UUID.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a ResourceProviders.
             * @deprecated Use mesos.internal.UpdateSlaveMessage.ResourceProviders.$Properties instead.
             */
            interface IResourceProviders extends mesos.internal.UpdateSlaveMessage.ResourceProviders.$Properties {
            }

            /** Represents a ResourceProviders. */
            class ResourceProviders {

                /**
                 * Constructs a new ResourceProviders.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.UpdateSlaveMessage.ResourceProviders.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResourceProviders providers. */
                providers: mesos.internal.UpdateSlaveMessage.ResourceProvider.$Properties[];

                /**
                 * Encodes the specified ResourceProviders message. Does not implicitly {@link mesos.internal.UpdateSlaveMessage.ResourceProviders.verify|verify} messages.
                 * @param message ResourceProviders message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.UpdateSlaveMessage.ResourceProviders.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResourceProviders message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.UpdateSlaveMessage.ResourceProviders & mesos.internal.UpdateSlaveMessage.ResourceProviders.$Shape} ResourceProviders
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.UpdateSlaveMessage.ResourceProviders & mesos.internal.UpdateSlaveMessage.ResourceProviders.$Shape;
            }

            namespace ResourceProviders {

                /** Properties of a ResourceProviders. */
                interface $Properties {

                    /** ResourceProviders providers */
                    providers?: (mesos.internal.UpdateSlaveMessage.ResourceProvider.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResourceProviders. */
                type $Shape = {
                  providers?: mesos.internal.UpdateSlaveMessage.ResourceProvider.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }
        }

        /** Namespace log. */
        namespace log {

            /**
             * Properties of a KnownIncarnation.
             * @deprecated Use mesos.internal.log.KnownIncarnation.$Properties instead.
             */
            interface IKnownIncarnation extends mesos.internal.log.KnownIncarnation.$Properties {
            }

            /** Represents a KnownIncarnation. */
            class KnownIncarnation {

                /**
                 * Constructs a new KnownIncarnation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.KnownIncarnation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** KnownIncarnation replicaId. */
                replicaId: string;

                /** KnownIncarnation incarnation. */
                incarnation: Long;

                /** KnownIncarnation startCounter. */
                startCounter: Long;

                /** KnownIncarnation reserved. */
                reserved: Long;

                /** KnownIncarnation reservedBy. */
                reservedBy: string;

                /** KnownIncarnation startToken. */
                startToken: string;

                /**
                 * Encodes the specified KnownIncarnation message. Does not implicitly {@link mesos.internal.log.KnownIncarnation.verify|verify} messages.
                 * @param message KnownIncarnation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.KnownIncarnation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a KnownIncarnation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.KnownIncarnation & mesos.internal.log.KnownIncarnation.$Shape} KnownIncarnation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.KnownIncarnation & mesos.internal.log.KnownIncarnation.$Shape;
            }

            namespace KnownIncarnation {

                /** Properties of a KnownIncarnation. */
                interface $Properties {

                    /** KnownIncarnation replicaId */
                    replicaId: string;

                    /** KnownIncarnation incarnation */
                    incarnation: Long;

                    /** KnownIncarnation startCounter */
                    startCounter?: (Long|null);

                    /** KnownIncarnation reserved */
                    reserved?: (Long|null);

                    /** KnownIncarnation reservedBy */
                    reservedBy?: (string|null);

                    /** KnownIncarnation startToken */
                    startToken?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a KnownIncarnation. */
                type $Shape = mesos.internal.log.KnownIncarnation.$Properties;
            }

            /**
             * Properties of a Promise.
             * @deprecated Use mesos.internal.log.Promise.$Properties instead.
             */
            interface IPromise extends mesos.internal.log.Promise.$Properties {
            }

            /** Represents a Promise. */
            class Promise {

                /**
                 * Constructs a new Promise.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.Promise.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Promise proposal. */
                proposal: Long;

                /**
                 * Encodes the specified Promise message. Does not implicitly {@link mesos.internal.log.Promise.verify|verify} messages.
                 * @param message Promise message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.Promise.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Promise message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.Promise & mesos.internal.log.Promise.$Shape} Promise
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.Promise & mesos.internal.log.Promise.$Shape;
            }

            namespace Promise {

                /** Properties of a Promise. */
                interface $Properties {

                    /** Promise proposal */
                    proposal: Long;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Promise. */
                type $Shape = mesos.internal.log.Promise.$Properties;
            }

            /**
             * Properties of an Action.
             * @deprecated Use mesos.internal.log.Action.$Properties instead.
             */
            interface IAction extends mesos.internal.log.Action.$Properties {
            }

            /** Represents an Action. */
            class Action {

                /**
                 * Constructs a new Action.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.Action.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Action position. */
                position: Long;

                /** Action promised. */
                promised: Long;

                /** Action performed. */
                performed: Long;

                /** Action learned. */
                learned: boolean;

                /** Action type. */
                type: mesos.internal.log.Action.Type;

                /** Action nop. */
                nop?: (mesos.internal.log.Action.Nop.$Properties|null);

                /** Action append. */
                append?: (mesos.internal.log.Action.Append.$Properties|null);

                /** Action truncate. */
                truncate?: (mesos.internal.log.Action.Truncate.$Properties|null);

                /** Action replicaId. */
                replicaId: string;

                /** Action incarnation. */
                incarnation: Long;

                /** Action known. */
                known: mesos.internal.log.KnownIncarnation.$Properties[];

                /**
                 * Encodes the specified Action message. Does not implicitly {@link mesos.internal.log.Action.verify|verify} messages.
                 * @param message Action message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.Action.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Action message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.Action & mesos.internal.log.Action.$Shape} Action
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.Action & mesos.internal.log.Action.$Shape;
            }

            namespace Action {

                /** Properties of an Action. */
                interface $Properties {

                    /** Action position */
                    position: Long;

                    /** Action promised */
                    promised: Long;

                    /** Action performed */
                    performed?: (Long|null);

                    /** Action learned */
                    learned?: (boolean|null);

                    /** Action type */
                    type?: (mesos.internal.log.Action.Type|null);

                    /** Action nop */
                    nop?: (mesos.internal.log.Action.Nop.$Properties|null);

                    /** Action append */
                    append?: (mesos.internal.log.Action.Append.$Properties|null);

                    /** Action truncate */
                    truncate?: (mesos.internal.log.Action.Truncate.$Properties|null);

                    /** Action replicaId */
                    replicaId?: (string|null);

                    /** Action incarnation */
                    incarnation?: (Long|null);

                    /** Action known */
                    known?: (mesos.internal.log.KnownIncarnation.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Action. */
                type $Shape = mesos.internal.log.Action.$Properties;

                /** Type enum. */
                enum Type {

                    /** NOP value */
                    NOP = 1,

                    /** APPEND value */
                    APPEND = 2,

                    /** TRUNCATE value */
                    TRUNCATE = 3
                }

                /**
                 * Properties of a Nop.
                 * @deprecated Use mesos.internal.log.Action.Nop.$Properties instead.
                 */
                interface INop extends mesos.internal.log.Action.Nop.$Properties {
                }

                /** Represents a Nop. */
                class Nop {

                    /**
                     * Constructs a new Nop.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.internal.log.Action.Nop.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Nop tombstone. */
                    tombstone: boolean;

                    /**
                     * Encodes the specified Nop message. Does not implicitly {@link mesos.internal.log.Action.Nop.verify|verify} messages.
                     * @param message Nop message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.internal.log.Action.Nop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Nop message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.internal.log.Action.Nop & mesos.internal.log.Action.Nop.$Shape} Nop
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.Action.Nop & mesos.internal.log.Action.Nop.$Shape;
                }

                namespace Nop {

                    /** Properties of a Nop. */
                    interface $Properties {

                        /** Nop tombstone */
                        tombstone?: (boolean|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Nop. */
                    type $Shape = mesos.internal.log.Action.Nop.$Properties;
                }

                /**
                 * Properties of an Append.
                 * @deprecated Use mesos.internal.log.Action.Append.$Properties instead.
                 */
                interface IAppend extends mesos.internal.log.Action.Append.$Properties {
                }

                /** Represents an Append. */
                class Append {

                    /**
                     * Constructs a new Append.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.internal.log.Action.Append.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Append bytes. */
                    bytes: Uint8Array;

                    /** Append cksum. */
                    cksum: Uint8Array;

                    /**
                     * Encodes the specified Append message. Does not implicitly {@link mesos.internal.log.Action.Append.verify|verify} messages.
                     * @param message Append message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.internal.log.Action.Append.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Append message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.internal.log.Action.Append & mesos.internal.log.Action.Append.$Shape} Append
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.Action.Append & mesos.internal.log.Action.Append.$Shape;
                }

                namespace Append {

                    /** Properties of an Append. */
                    interface $Properties {

                        /** Append bytes */
                        bytes: Uint8Array;

                        /** Append cksum */
                        cksum?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Append. */
                    type $Shape = mesos.internal.log.Action.Append.$Properties;
                }

                /**
                 * Properties of a Truncate.
                 * @deprecated Use mesos.internal.log.Action.Truncate.$Properties instead.
                 */
                interface ITruncate extends mesos.internal.log.Action.Truncate.$Properties {
                }

                /** Represents a Truncate. */
                class Truncate {

                    /**
                     * Constructs a new Truncate.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.internal.log.Action.Truncate.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Truncate to. */
                    to: Long;

                    /**
                     * Encodes the specified Truncate message. Does not implicitly {@link mesos.internal.log.Action.Truncate.verify|verify} messages.
                     * @param message Truncate message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.internal.log.Action.Truncate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Truncate message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.internal.log.Action.Truncate & mesos.internal.log.Action.Truncate.$Shape} Truncate
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.Action.Truncate & mesos.internal.log.Action.Truncate.$Shape;
                }

                namespace Truncate {

                    /** Properties of a Truncate. */
                    interface $Properties {

                        /** Truncate to */
                        to: Long;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Truncate. */
                    type $Shape = mesos.internal.log.Action.Truncate.$Properties;
                }
            }

            /**
             * Properties of a Metadata.
             * @deprecated Use mesos.internal.log.Metadata.$Properties instead.
             */
            interface IMetadata extends mesos.internal.log.Metadata.$Properties {
            }

            /** Represents a Metadata. */
            class Metadata {

                /**
                 * Constructs a new Metadata.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.Metadata.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Metadata status. */
                status: mesos.internal.log.Metadata.Status;

                /** Metadata promised. */
                promised: Long;

                /** Metadata replicaId. */
                replicaId: string;

                /** Metadata incarnation. */
                incarnation: Long;

                /** Metadata known. */
                known: mesos.internal.log.KnownIncarnation.$Properties[];

                /** Metadata startCounter. */
                startCounter: Long;

                /**
                 * Encodes the specified Metadata message. Does not implicitly {@link mesos.internal.log.Metadata.verify|verify} messages.
                 * @param message Metadata message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.Metadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Metadata message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.Metadata & mesos.internal.log.Metadata.$Shape} Metadata
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.Metadata & mesos.internal.log.Metadata.$Shape;
            }

            namespace Metadata {

                /** Properties of a Metadata. */
                interface $Properties {

                    /** Metadata status */
                    status: mesos.internal.log.Metadata.Status;

                    /** Metadata promised */
                    promised: Long;

                    /** Metadata replicaId */
                    replicaId?: (string|null);

                    /** Metadata incarnation */
                    incarnation?: (Long|null);

                    /** Metadata known */
                    known?: (mesos.internal.log.KnownIncarnation.$Properties[]|null);

                    /** Metadata startCounter */
                    startCounter?: (Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Metadata. */
                type $Shape = mesos.internal.log.Metadata.$Properties;

                /** Status enum. */
                enum Status {

                    /** VOTING value */
                    VOTING = 1,

                    /** RECOVERING value */
                    RECOVERING = 2,

                    /** STARTING value */
                    STARTING = 3,

                    /** EMPTY value */
                    EMPTY = 4
                }
            }

            /**
             * Properties of a Record.
             * @deprecated Use mesos.internal.log.Record.$Properties instead.
             */
            interface IRecord extends mesos.internal.log.Record.$Properties {
            }

            /** Represents a Record. */
            class Record {

                /**
                 * Constructs a new Record.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.Record.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Record type. */
                type: mesos.internal.log.Record.Type;

                /** Record promise. */
                promise?: (mesos.internal.log.Promise.$Properties|null);

                /** Record action. */
                action?: (mesos.internal.log.Action.$Properties|null);

                /** Record metadata. */
                metadata?: (mesos.internal.log.Metadata.$Properties|null);

                /**
                 * Encodes the specified Record message. Does not implicitly {@link mesos.internal.log.Record.verify|verify} messages.
                 * @param message Record message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.Record.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Record message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.Record & mesos.internal.log.Record.$Shape} Record
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.Record & mesos.internal.log.Record.$Shape;
            }

            namespace Record {

                /** Properties of a Record. */
                interface $Properties {

                    /** Record type */
                    type: mesos.internal.log.Record.Type;

                    /** Record promise */
                    promise?: (mesos.internal.log.Promise.$Properties|null);

                    /** Record action */
                    action?: (mesos.internal.log.Action.$Properties|null);

                    /** Record metadata */
                    metadata?: (mesos.internal.log.Metadata.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Record. */
                type $Shape = mesos.internal.log.Record.$Properties;

                /** Type enum. */
                enum Type {

                    /** PROMISE value */
                    PROMISE = 1,

                    /** ACTION value */
                    ACTION = 2,

                    /** METADATA value */
                    METADATA = 3
                }
            }

            /**
             * Properties of a PromiseRequest.
             * @deprecated Use mesos.internal.log.PromiseRequest.$Properties instead.
             */
            interface IPromiseRequest extends mesos.internal.log.PromiseRequest.$Properties {
            }

            /** Represents a PromiseRequest. */
            class PromiseRequest {

                /**
                 * Constructs a new PromiseRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.PromiseRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PromiseRequest proposal. */
                proposal: Long;

                /** PromiseRequest position. */
                position: Long;

                /** PromiseRequest replicaId. */
                replicaId: string;

                /** PromiseRequest incarnation. */
                incarnation: Long;

                /** PromiseRequest known. */
                known: mesos.internal.log.KnownIncarnation.$Properties[];

                /**
                 * Encodes the specified PromiseRequest message. Does not implicitly {@link mesos.internal.log.PromiseRequest.verify|verify} messages.
                 * @param message PromiseRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.PromiseRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PromiseRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.PromiseRequest & mesos.internal.log.PromiseRequest.$Shape} PromiseRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.PromiseRequest & mesos.internal.log.PromiseRequest.$Shape;
            }

            namespace PromiseRequest {

                /** Properties of a PromiseRequest. */
                interface $Properties {

                    /** PromiseRequest proposal */
                    proposal: Long;

                    /** PromiseRequest position */
                    position?: (Long|null);

                    /** PromiseRequest replicaId */
                    replicaId?: (string|null);

                    /** PromiseRequest incarnation */
                    incarnation?: (Long|null);

                    /** PromiseRequest known */
                    known?: (mesos.internal.log.KnownIncarnation.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PromiseRequest. */
                type $Shape = mesos.internal.log.PromiseRequest.$Properties;
            }

            /**
             * Properties of a PromiseResponse.
             * @deprecated Use mesos.internal.log.PromiseResponse.$Properties instead.
             */
            interface IPromiseResponse extends mesos.internal.log.PromiseResponse.$Properties {
            }

            /** Represents a PromiseResponse. */
            class PromiseResponse {

                /**
                 * Constructs a new PromiseResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.PromiseResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PromiseResponse okay. */
                okay: boolean;

                /** PromiseResponse proposal. */
                proposal: Long;

                /** PromiseResponse action. */
                action?: (mesos.internal.log.Action.$Properties|null);

                /** PromiseResponse position. */
                position: Long;

                /** PromiseResponse type. */
                type: mesos.internal.log.PromiseResponse.Type;

                /** PromiseResponse replicaId. */
                replicaId: string;

                /** PromiseResponse incarnation. */
                incarnation: Long;

                /** PromiseResponse known. */
                known: mesos.internal.log.KnownIncarnation.$Properties[];

                /**
                 * Encodes the specified PromiseResponse message. Does not implicitly {@link mesos.internal.log.PromiseResponse.verify|verify} messages.
                 * @param message PromiseResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.PromiseResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PromiseResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.PromiseResponse & mesos.internal.log.PromiseResponse.$Shape} PromiseResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.PromiseResponse & mesos.internal.log.PromiseResponse.$Shape;
            }

            namespace PromiseResponse {

                /** Properties of a PromiseResponse. */
                interface $Properties {

                    /** PromiseResponse okay */
                    okay: boolean;

                    /** PromiseResponse proposal */
                    proposal: Long;

                    /** PromiseResponse action */
                    action?: (mesos.internal.log.Action.$Properties|null);

                    /** PromiseResponse position */
                    position?: (Long|null);

                    /** PromiseResponse type */
                    type?: (mesos.internal.log.PromiseResponse.Type|null);

                    /** PromiseResponse replicaId */
                    replicaId?: (string|null);

                    /** PromiseResponse incarnation */
                    incarnation?: (Long|null);

                    /** PromiseResponse known */
                    known?: (mesos.internal.log.KnownIncarnation.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PromiseResponse. */
                type $Shape = mesos.internal.log.PromiseResponse.$Properties;

                /** Type enum. */
                enum Type {

                    /** ACCEPT value */
                    ACCEPT = 1,

                    /** REJECT value */
                    REJECT = 2,

                    /** IGNORED value */
                    IGNORED = 3
                }
            }

            /**
             * Properties of a WriteRequest.
             * @deprecated Use mesos.internal.log.WriteRequest.$Properties instead.
             */
            interface IWriteRequest extends mesos.internal.log.WriteRequest.$Properties {
            }

            /** Represents a WriteRequest. */
            class WriteRequest {

                /**
                 * Constructs a new WriteRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.WriteRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** WriteRequest proposal. */
                proposal: Long;

                /** WriteRequest position. */
                position: Long;

                /** WriteRequest learned. */
                learned: boolean;

                /** WriteRequest type. */
                type: mesos.internal.log.Action.Type;

                /** WriteRequest nop. */
                nop?: (mesos.internal.log.Action.Nop.$Properties|null);

                /** WriteRequest append. */
                append?: (mesos.internal.log.Action.Append.$Properties|null);

                /** WriteRequest truncate. */
                truncate?: (mesos.internal.log.Action.Truncate.$Properties|null);

                /** WriteRequest replicaId. */
                replicaId: string;

                /** WriteRequest incarnation. */
                incarnation: Long;

                /** WriteRequest known. */
                known: mesos.internal.log.KnownIncarnation.$Properties[];

                /**
                 * Encodes the specified WriteRequest message. Does not implicitly {@link mesos.internal.log.WriteRequest.verify|verify} messages.
                 * @param message WriteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.WriteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a WriteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.WriteRequest & mesos.internal.log.WriteRequest.$Shape} WriteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.WriteRequest & mesos.internal.log.WriteRequest.$Shape;
            }

            namespace WriteRequest {

                /** Properties of a WriteRequest. */
                interface $Properties {

                    /** WriteRequest proposal */
                    proposal: Long;

                    /** WriteRequest position */
                    position: Long;

                    /** WriteRequest learned */
                    learned?: (boolean|null);

                    /** WriteRequest type */
                    type: mesos.internal.log.Action.Type;

                    /** WriteRequest nop */
                    nop?: (mesos.internal.log.Action.Nop.$Properties|null);

                    /** WriteRequest append */
                    append?: (mesos.internal.log.Action.Append.$Properties|null);

                    /** WriteRequest truncate */
                    truncate?: (mesos.internal.log.Action.Truncate.$Properties|null);

                    /** WriteRequest replicaId */
                    replicaId?: (string|null);

                    /** WriteRequest incarnation */
                    incarnation?: (Long|null);

                    /** WriteRequest known */
                    known?: (mesos.internal.log.KnownIncarnation.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a WriteRequest. */
                type $Shape = mesos.internal.log.WriteRequest.$Properties;
            }

            /**
             * Properties of a WriteResponse.
             * @deprecated Use mesos.internal.log.WriteResponse.$Properties instead.
             */
            interface IWriteResponse extends mesos.internal.log.WriteResponse.$Properties {
            }

            /** Represents a WriteResponse. */
            class WriteResponse {

                /**
                 * Constructs a new WriteResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.WriteResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** WriteResponse okay. */
                okay: boolean;

                /** WriteResponse proposal. */
                proposal: Long;

                /** WriteResponse position. */
                position: Long;

                /** WriteResponse type. */
                type: mesos.internal.log.WriteResponse.Type;

                /** WriteResponse replicaId. */
                replicaId: string;

                /** WriteResponse incarnation. */
                incarnation: Long;

                /** WriteResponse known. */
                known: mesos.internal.log.KnownIncarnation.$Properties[];

                /**
                 * Encodes the specified WriteResponse message. Does not implicitly {@link mesos.internal.log.WriteResponse.verify|verify} messages.
                 * @param message WriteResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.WriteResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a WriteResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.WriteResponse & mesos.internal.log.WriteResponse.$Shape} WriteResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.WriteResponse & mesos.internal.log.WriteResponse.$Shape;
            }

            namespace WriteResponse {

                /** Properties of a WriteResponse. */
                interface $Properties {

                    /** WriteResponse okay */
                    okay: boolean;

                    /** WriteResponse proposal */
                    proposal: Long;

                    /** WriteResponse position */
                    position: Long;

                    /** WriteResponse type */
                    type?: (mesos.internal.log.WriteResponse.Type|null);

                    /** WriteResponse replicaId */
                    replicaId?: (string|null);

                    /** WriteResponse incarnation */
                    incarnation?: (Long|null);

                    /** WriteResponse known */
                    known?: (mesos.internal.log.KnownIncarnation.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a WriteResponse. */
                type $Shape = mesos.internal.log.WriteResponse.$Properties;

                /** Type enum. */
                enum Type {

                    /** ACCEPT value */
                    ACCEPT = 1,

                    /** REJECT value */
                    REJECT = 2,

                    /** IGNORED value */
                    IGNORED = 3
                }
            }

            /**
             * Properties of a LearnedMessage.
             * @deprecated Use mesos.internal.log.LearnedMessage.$Properties instead.
             */
            interface ILearnedMessage extends mesos.internal.log.LearnedMessage.$Properties {
            }

            /** Represents a LearnedMessage. */
            class LearnedMessage {

                /**
                 * Constructs a new LearnedMessage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.LearnedMessage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LearnedMessage action. */
                action: mesos.internal.log.Action.$Properties;

                /**
                 * Encodes the specified LearnedMessage message. Does not implicitly {@link mesos.internal.log.LearnedMessage.verify|verify} messages.
                 * @param message LearnedMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.LearnedMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LearnedMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.LearnedMessage & mesos.internal.log.LearnedMessage.$Shape} LearnedMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.LearnedMessage & mesos.internal.log.LearnedMessage.$Shape;
            }

            namespace LearnedMessage {

                /** Properties of a LearnedMessage. */
                interface $Properties {

                    /** LearnedMessage action */
                    action: mesos.internal.log.Action.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LearnedMessage. */
                type $Shape = mesos.internal.log.LearnedMessage.$Properties;
            }

            /**
             * Properties of a RecoverRequest.
             * @deprecated Use mesos.internal.log.RecoverRequest.$Properties instead.
             */
            interface IRecoverRequest extends mesos.internal.log.RecoverRequest.$Properties {
            }

            /** Represents a RecoverRequest. */
            class RecoverRequest {

                /**
                 * Constructs a new RecoverRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.RecoverRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RecoverRequest replicaId. */
                replicaId: string;

                /** RecoverRequest incarnation. */
                incarnation: Long;

                /** RecoverRequest known. */
                known: mesos.internal.log.KnownIncarnation.$Properties[];

                /** RecoverRequest startCounter. */
                startCounter: Long;

                /** RecoverRequest reserve. */
                reserve: Long;

                /** RecoverRequest reserveBy. */
                reserveBy: string;

                /** RecoverRequest startToken. */
                startToken: string;

                /** RecoverRequest clusterId. */
                clusterId: string;

                /** RecoverRequest quorum. */
                quorum: Long;

                /** RecoverRequest members. */
                members: Long;

                /**
                 * Encodes the specified RecoverRequest message. Does not implicitly {@link mesos.internal.log.RecoverRequest.verify|verify} messages.
                 * @param message RecoverRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.RecoverRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RecoverRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.RecoverRequest & mesos.internal.log.RecoverRequest.$Shape} RecoverRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.RecoverRequest & mesos.internal.log.RecoverRequest.$Shape;
            }

            namespace RecoverRequest {

                /** Properties of a RecoverRequest. */
                interface $Properties {

                    /** RecoverRequest replicaId */
                    replicaId?: (string|null);

                    /** RecoverRequest incarnation */
                    incarnation?: (Long|null);

                    /** RecoverRequest known */
                    known?: (mesos.internal.log.KnownIncarnation.$Properties[]|null);

                    /** RecoverRequest startCounter */
                    startCounter?: (Long|null);

                    /** RecoverRequest reserve */
                    reserve?: (Long|null);

                    /** RecoverRequest reserveBy */
                    reserveBy?: (string|null);

                    /** RecoverRequest startToken */
                    startToken?: (string|null);

                    /** RecoverRequest clusterId */
                    clusterId?: (string|null);

                    /** RecoverRequest quorum */
                    quorum?: (Long|null);

                    /** RecoverRequest members */
                    members?: (Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RecoverRequest. */
                type $Shape = mesos.internal.log.RecoverRequest.$Properties;
            }

            /**
             * Properties of a RecoverResponse.
             * @deprecated Use mesos.internal.log.RecoverResponse.$Properties instead.
             */
            interface IRecoverResponse extends mesos.internal.log.RecoverResponse.$Properties {
            }

            /** Represents a RecoverResponse. */
            class RecoverResponse {

                /**
                 * Constructs a new RecoverResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.log.RecoverResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RecoverResponse status. */
                status: mesos.internal.log.Metadata.Status;

                /** RecoverResponse begin. */
                begin: Long;

                /** RecoverResponse end. */
                end: Long;

                /** RecoverResponse replicaId. */
                replicaId: string;

                /** RecoverResponse incarnation. */
                incarnation: Long;

                /** RecoverResponse known. */
                known: mesos.internal.log.KnownIncarnation.$Properties[];

                /** RecoverResponse promised. */
                promised: Long;

                /** RecoverResponse clusterId. */
                clusterId: string;

                /** RecoverResponse quorum. */
                quorum: Long;

                /** RecoverResponse members. */
                members: Long;

                /** RecoverResponse memberOf. */
                memberOf: string;

                /**
                 * Encodes the specified RecoverResponse message. Does not implicitly {@link mesos.internal.log.RecoverResponse.verify|verify} messages.
                 * @param message RecoverResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.log.RecoverResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RecoverResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.log.RecoverResponse & mesos.internal.log.RecoverResponse.$Shape} RecoverResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.log.RecoverResponse & mesos.internal.log.RecoverResponse.$Shape;
            }

            namespace RecoverResponse {

                /** Properties of a RecoverResponse. */
                interface $Properties {

                    /** RecoverResponse status */
                    status: mesos.internal.log.Metadata.Status;

                    /** RecoverResponse begin */
                    begin?: (Long|null);

                    /** RecoverResponse end */
                    end?: (Long|null);

                    /** RecoverResponse replicaId */
                    replicaId?: (string|null);

                    /** RecoverResponse incarnation */
                    incarnation?: (Long|null);

                    /** RecoverResponse known */
                    known?: (mesos.internal.log.KnownIncarnation.$Properties[]|null);

                    /** RecoverResponse promised */
                    promised?: (Long|null);

                    /** RecoverResponse clusterId */
                    clusterId?: (string|null);

                    /** RecoverResponse quorum */
                    quorum?: (Long|null);

                    /** RecoverResponse members */
                    members?: (Long|null);

                    /** RecoverResponse memberOf */
                    memberOf?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RecoverResponse. */
                type $Shape = mesos.internal.log.RecoverResponse.$Properties;
            }
        }

        /**
         * Properties of an UpdateOperationStatusMessage.
         * @deprecated Use mesos.internal.UpdateOperationStatusMessage.$Properties instead.
         */
        interface IUpdateOperationStatusMessage extends mesos.internal.UpdateOperationStatusMessage.$Properties {
        }

        /** Represents an UpdateOperationStatusMessage. */
        class UpdateOperationStatusMessage {

            /**
             * Constructs a new UpdateOperationStatusMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.UpdateOperationStatusMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UpdateOperationStatusMessage frameworkId. */
            frameworkId?: (mesos.FrameworkID.$Properties|null);

            /** UpdateOperationStatusMessage slaveId. */
            slaveId?: (mesos.SlaveID.$Properties|null);

            /** UpdateOperationStatusMessage status. */
            status: mesos.OperationStatus.$Properties;

            /** UpdateOperationStatusMessage latestStatus. */
            latestStatus?: (mesos.OperationStatus.$Properties|null);

            /** UpdateOperationStatusMessage operationUuid. */
            operationUuid?: (mesos.UUID.$Properties|null);

            /**
             * Encodes the specified UpdateOperationStatusMessage message. Does not implicitly {@link mesos.internal.UpdateOperationStatusMessage.verify|verify} messages.
             * @param message UpdateOperationStatusMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.UpdateOperationStatusMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UpdateOperationStatusMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.UpdateOperationStatusMessage & mesos.internal.UpdateOperationStatusMessage.$Shape} UpdateOperationStatusMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.UpdateOperationStatusMessage & mesos.internal.UpdateOperationStatusMessage.$Shape;
        }

        namespace UpdateOperationStatusMessage {

            /** Properties of an UpdateOperationStatusMessage. */
            interface $Properties {

                /** UpdateOperationStatusMessage frameworkId */
                frameworkId?: (mesos.FrameworkID.$Properties|null);

                /** UpdateOperationStatusMessage slaveId */
                slaveId?: (mesos.SlaveID.$Properties|null);

                /** UpdateOperationStatusMessage status */
                status: mesos.OperationStatus.$Properties;

                /** UpdateOperationStatusMessage latestStatus */
                latestStatus?: (mesos.OperationStatus.$Properties|null);

                /** UpdateOperationStatusMessage operationUuid */
                operationUuid?: (mesos.UUID.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UpdateOperationStatusMessage. */
            type $Shape = {
              frameworkId?: mesos.FrameworkID.$Shape|null;
              slaveId?: mesos.SlaveID.$Shape|null;
              status: mesos.OperationStatus.$Shape;
              latestStatus?: mesos.OperationStatus.$Shape|null;
              operationUuid?: mesos.UUID.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an UpdateOperationStatusRecord.
         * @deprecated Use mesos.internal.UpdateOperationStatusRecord.$Properties instead.
         */
        interface IUpdateOperationStatusRecord extends mesos.internal.UpdateOperationStatusRecord.$Properties {
        }

        /** Represents an UpdateOperationStatusRecord. */
        class UpdateOperationStatusRecord {

            /**
             * Constructs a new UpdateOperationStatusRecord.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.UpdateOperationStatusRecord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UpdateOperationStatusRecord type. */
            type: mesos.internal.UpdateOperationStatusRecord.Type;

            /** UpdateOperationStatusRecord update. */
            update?: (mesos.internal.UpdateOperationStatusMessage.$Properties|null);

            /** UpdateOperationStatusRecord uuid. */
            uuid?: (mesos.UUID.$Properties|null);

            /**
             * Encodes the specified UpdateOperationStatusRecord message. Does not implicitly {@link mesos.internal.UpdateOperationStatusRecord.verify|verify} messages.
             * @param message UpdateOperationStatusRecord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.UpdateOperationStatusRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UpdateOperationStatusRecord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.UpdateOperationStatusRecord & mesos.internal.UpdateOperationStatusRecord.$Shape} UpdateOperationStatusRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.UpdateOperationStatusRecord & mesos.internal.UpdateOperationStatusRecord.$Shape;
        }

        namespace UpdateOperationStatusRecord {

            /** Properties of an UpdateOperationStatusRecord. */
            interface $Properties {

                /** UpdateOperationStatusRecord type */
                type: mesos.internal.UpdateOperationStatusRecord.Type;

                /** UpdateOperationStatusRecord update */
                update?: (mesos.internal.UpdateOperationStatusMessage.$Properties|null);

                /** UpdateOperationStatusRecord uuid */
                uuid?: (mesos.UUID.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UpdateOperationStatusRecord. */
            type $Shape = {
              type: mesos.internal.UpdateOperationStatusRecord.Type;
              update?: mesos.internal.UpdateOperationStatusMessage.$Shape|null;
              uuid?: mesos.UUID.$Shape|null;
              $unknowns?: Uint8Array[];
            };

            /** Type enum. */
            enum Type {

                /** UPDATE value */
                UPDATE = 0,

                /** ACK value */
                ACK = 1
            }
        }

        /**
         * Properties of an AcknowledgeOperationStatusMessage.
         * @deprecated Use mesos.internal.AcknowledgeOperationStatusMessage.$Properties instead.
         */
        interface IAcknowledgeOperationStatusMessage extends mesos.internal.AcknowledgeOperationStatusMessage.$Properties {
        }

        /** Represents an AcknowledgeOperationStatusMessage. */
        class AcknowledgeOperationStatusMessage {

            /**
             * Constructs a new AcknowledgeOperationStatusMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.AcknowledgeOperationStatusMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AcknowledgeOperationStatusMessage statusUuid. */
            statusUuid: mesos.UUID.$Properties;

            /** AcknowledgeOperationStatusMessage operationUuid. */
            operationUuid: mesos.UUID.$Properties;

            /** AcknowledgeOperationStatusMessage resourceProviderId. */
            resourceProviderId?: (mesos.ResourceProviderID.$Properties|null);

            /**
             * Encodes the specified AcknowledgeOperationStatusMessage message. Does not implicitly {@link mesos.internal.AcknowledgeOperationStatusMessage.verify|verify} messages.
             * @param message AcknowledgeOperationStatusMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.AcknowledgeOperationStatusMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AcknowledgeOperationStatusMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.AcknowledgeOperationStatusMessage & mesos.internal.AcknowledgeOperationStatusMessage.$Shape} AcknowledgeOperationStatusMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.AcknowledgeOperationStatusMessage & mesos.internal.AcknowledgeOperationStatusMessage.$Shape;
        }

        namespace AcknowledgeOperationStatusMessage {

            /** Properties of an AcknowledgeOperationStatusMessage. */
            interface $Properties {

                /** AcknowledgeOperationStatusMessage statusUuid */
                statusUuid: mesos.UUID.$Properties;

                /** AcknowledgeOperationStatusMessage operationUuid */
                operationUuid: mesos.UUID.$Properties;

                /** AcknowledgeOperationStatusMessage resourceProviderId */
                resourceProviderId?: (mesos.ResourceProviderID.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AcknowledgeOperationStatusMessage. */
            type $Shape = mesos.internal.AcknowledgeOperationStatusMessage.$Properties;
        }

        /**
         * Properties of a Registry.
         * @deprecated Use mesos.internal.Registry.$Properties instead.
         */
        interface IRegistry extends mesos.internal.Registry.$Properties {
        }

        /** Represents a Registry. */
        class Registry {

            /**
             * Constructs a new Registry.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.Registry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Registry master. */
            master?: (mesos.internal.Registry.Master.$Properties|null);

            /** Registry slaves. */
            slaves?: (mesos.internal.Registry.Slaves.$Properties|null);

            /** Registry machines. */
            machines?: (mesos.internal.Registry.Machines.$Properties|null);

            /** Registry schedules. */
            schedules: mesos.maintenance.Schedule.$Properties[];

            /** Registry quotas. */
            quotas: mesos.internal.Registry.Quota.$Properties[];

            /** Registry weights. */
            weights: mesos.internal.Registry.Weight.$Properties[];

            /** Registry unreachable. */
            unreachable?: (mesos.internal.Registry.UnreachableSlaves.$Properties|null);

            /** Registry gone. */
            gone?: (mesos.internal.Registry.GoneSlaves.$Properties|null);

            /** Registry resourceProviderRegistry. */
            resourceProviderRegistry?: (mesos.resource_provider.registry.Registry.$Properties|null);

            /** Registry minimumCapabilities. */
            minimumCapabilities: mesos.internal.Registry.MinimumCapability.$Properties[];

            /** Registry quotaConfigs. */
            quotaConfigs: mesos.quota.QuotaConfig.$Properties[];

            /**
             * Encodes the specified Registry message. Does not implicitly {@link mesos.internal.Registry.verify|verify} messages.
             * @param message Registry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.Registry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Registry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.Registry & mesos.internal.Registry.$Shape} Registry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry & mesos.internal.Registry.$Shape;
        }

        namespace Registry {

            /** Properties of a Registry. */
            interface $Properties {

                /** Registry master */
                master?: (mesos.internal.Registry.Master.$Properties|null);

                /** Registry slaves */
                slaves?: (mesos.internal.Registry.Slaves.$Properties|null);

                /** Registry machines */
                machines?: (mesos.internal.Registry.Machines.$Properties|null);

                /** Registry schedules */
                schedules?: (mesos.maintenance.Schedule.$Properties[]|null);

                /** Registry quotas */
                quotas?: (mesos.internal.Registry.Quota.$Properties[]|null);

                /** Registry weights */
                weights?: (mesos.internal.Registry.Weight.$Properties[]|null);

                /** Registry unreachable */
                unreachable?: (mesos.internal.Registry.UnreachableSlaves.$Properties|null);

                /** Registry gone */
                gone?: (mesos.internal.Registry.GoneSlaves.$Properties|null);

                /** Registry resourceProviderRegistry */
                resourceProviderRegistry?: (mesos.resource_provider.registry.Registry.$Properties|null);

                /** Registry minimumCapabilities */
                minimumCapabilities?: (mesos.internal.Registry.MinimumCapability.$Properties[]|null);

                /** Registry quotaConfigs */
                quotaConfigs?: (mesos.quota.QuotaConfig.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Registry. */
            type $Shape = {
              master?: mesos.internal.Registry.Master.$Shape|null;
              slaves?: mesos.internal.Registry.Slaves.$Shape|null;
              machines?: mesos.internal.Registry.Machines.$Shape|null;
              schedules?: mesos.maintenance.Schedule.$Shape[]|null;
              quotas?: mesos.internal.Registry.Quota.$Shape[]|null;
              weights?: mesos.internal.Registry.Weight.$Shape[]|null;
              unreachable?: mesos.internal.Registry.UnreachableSlaves.$Shape|null;
              gone?: mesos.internal.Registry.GoneSlaves.$Shape|null;
              resourceProviderRegistry?: mesos.resource_provider.registry.Registry.$Shape|null;
              minimumCapabilities?: mesos.internal.Registry.MinimumCapability.$Shape[]|null;
              quotaConfigs?: mesos.quota.QuotaConfig.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };

            /**
             * Properties of a Master.
             * @deprecated Use mesos.internal.Registry.Master.$Properties instead.
             */
            interface IMaster extends mesos.internal.Registry.Master.$Properties {
            }

            /** Represents a Master. */
            class Master {

                /**
                 * Constructs a new Master.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.Master.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Master info. */
                info: mesos.MasterInfo.$Properties;

                /**
                 * Encodes the specified Master message. Does not implicitly {@link mesos.internal.Registry.Master.verify|verify} messages.
                 * @param message Master message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.Master.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Master message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.Master & mesos.internal.Registry.Master.$Shape} Master
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.Master & mesos.internal.Registry.Master.$Shape;
            }

            namespace Master {

                /** Properties of a Master. */
                interface $Properties {

                    /** Master info */
                    info: mesos.MasterInfo.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Master. */
                type $Shape = mesos.internal.Registry.Master.$Properties;
            }

            /**
             * Properties of a Slave.
             * @deprecated Use mesos.internal.Registry.Slave.$Properties instead.
             */
            interface ISlave extends mesos.internal.Registry.Slave.$Properties {
            }

            /** Represents a Slave. */
            class Slave {

                /**
                 * Constructs a new Slave.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.Slave.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Slave info. */
                info: mesos.SlaveInfo.$Properties;

                /** Slave drainInfo. */
                drainInfo?: (mesos.DrainInfo.$Properties|null);

                /** Slave deactivated. */
                deactivated: boolean;

                /**
                 * Encodes the specified Slave message. Does not implicitly {@link mesos.internal.Registry.Slave.verify|verify} messages.
                 * @param message Slave message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.Slave.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Slave message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.Slave & mesos.internal.Registry.Slave.$Shape} Slave
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.Slave & mesos.internal.Registry.Slave.$Shape;
            }

            namespace Slave {

                /** Properties of a Slave. */
                interface $Properties {

                    /** Slave info */
                    info: mesos.SlaveInfo.$Properties;

                    /** Slave drainInfo */
                    drainInfo?: (mesos.DrainInfo.$Properties|null);

                    /** Slave deactivated */
                    deactivated?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Slave. */
                type $Shape = {
                  info: mesos.SlaveInfo.$Shape;
                  drainInfo?: mesos.DrainInfo.$Shape|null;
                  deactivated?: boolean|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Slaves.
             * @deprecated Use mesos.internal.Registry.Slaves.$Properties instead.
             */
            interface ISlaves extends mesos.internal.Registry.Slaves.$Properties {
            }

            /** Represents a Slaves. */
            class Slaves {

                /**
                 * Constructs a new Slaves.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.Slaves.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Slaves slaves. */
                slaves: mesos.internal.Registry.Slave.$Properties[];

                /**
                 * Encodes the specified Slaves message. Does not implicitly {@link mesos.internal.Registry.Slaves.verify|verify} messages.
                 * @param message Slaves message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.Slaves.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Slaves message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.Slaves & mesos.internal.Registry.Slaves.$Shape} Slaves
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.Slaves & mesos.internal.Registry.Slaves.$Shape;
            }

            namespace Slaves {

                /** Properties of a Slaves. */
                interface $Properties {

                    /** Slaves slaves */
                    slaves?: (mesos.internal.Registry.Slave.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Slaves. */
                type $Shape = {
                  slaves?: mesos.internal.Registry.Slave.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of an UnreachableSlave.
             * @deprecated Use mesos.internal.Registry.UnreachableSlave.$Properties instead.
             */
            interface IUnreachableSlave extends mesos.internal.Registry.UnreachableSlave.$Properties {
            }

            /** Represents an UnreachableSlave. */
            class UnreachableSlave {

                /**
                 * Constructs a new UnreachableSlave.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.UnreachableSlave.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UnreachableSlave id. */
                id: mesos.SlaveID.$Properties;

                /** UnreachableSlave timestamp. */
                timestamp: mesos.TimeInfo.$Properties;

                /** UnreachableSlave drainInfo. */
                drainInfo?: (mesos.DrainInfo.$Properties|null);

                /** UnreachableSlave deactivated. */
                deactivated: boolean;

                /**
                 * Encodes the specified UnreachableSlave message. Does not implicitly {@link mesos.internal.Registry.UnreachableSlave.verify|verify} messages.
                 * @param message UnreachableSlave message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.UnreachableSlave.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnreachableSlave message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.UnreachableSlave & mesos.internal.Registry.UnreachableSlave.$Shape} UnreachableSlave
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.UnreachableSlave & mesos.internal.Registry.UnreachableSlave.$Shape;
            }

            namespace UnreachableSlave {

                /** Properties of an UnreachableSlave. */
                interface $Properties {

                    /** UnreachableSlave id */
                    id: mesos.SlaveID.$Properties;

                    /** UnreachableSlave timestamp */
                    timestamp: mesos.TimeInfo.$Properties;

                    /** UnreachableSlave drainInfo */
                    drainInfo?: (mesos.DrainInfo.$Properties|null);

                    /** UnreachableSlave deactivated */
                    deactivated?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnreachableSlave. */
                type $Shape = mesos.internal.Registry.UnreachableSlave.$Properties;
            }

            /**
             * Properties of an UnreachableSlaves.
             * @deprecated Use mesos.internal.Registry.UnreachableSlaves.$Properties instead.
             */
            interface IUnreachableSlaves extends mesos.internal.Registry.UnreachableSlaves.$Properties {
            }

            /** Represents an UnreachableSlaves. */
            class UnreachableSlaves {

                /**
                 * Constructs a new UnreachableSlaves.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.UnreachableSlaves.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UnreachableSlaves slaves. */
                slaves: mesos.internal.Registry.UnreachableSlave.$Properties[];

                /**
                 * Encodes the specified UnreachableSlaves message. Does not implicitly {@link mesos.internal.Registry.UnreachableSlaves.verify|verify} messages.
                 * @param message UnreachableSlaves message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.UnreachableSlaves.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnreachableSlaves message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.UnreachableSlaves & mesos.internal.Registry.UnreachableSlaves.$Shape} UnreachableSlaves
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.UnreachableSlaves & mesos.internal.Registry.UnreachableSlaves.$Shape;
            }

            namespace UnreachableSlaves {

                /** Properties of an UnreachableSlaves. */
                interface $Properties {

                    /** UnreachableSlaves slaves */
                    slaves?: (mesos.internal.Registry.UnreachableSlave.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnreachableSlaves. */
                type $Shape = mesos.internal.Registry.UnreachableSlaves.$Properties;
            }

            /**
             * Properties of a GoneSlave.
             * @deprecated Use mesos.internal.Registry.GoneSlave.$Properties instead.
             */
            interface IGoneSlave extends mesos.internal.Registry.GoneSlave.$Properties {
            }

            /** Represents a GoneSlave. */
            class GoneSlave {

                /**
                 * Constructs a new GoneSlave.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.GoneSlave.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GoneSlave id. */
                id: mesos.SlaveID.$Properties;

                /** GoneSlave timestamp. */
                timestamp: mesos.TimeInfo.$Properties;

                /**
                 * Encodes the specified GoneSlave message. Does not implicitly {@link mesos.internal.Registry.GoneSlave.verify|verify} messages.
                 * @param message GoneSlave message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.GoneSlave.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GoneSlave message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.GoneSlave & mesos.internal.Registry.GoneSlave.$Shape} GoneSlave
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.GoneSlave & mesos.internal.Registry.GoneSlave.$Shape;
            }

            namespace GoneSlave {

                /** Properties of a GoneSlave. */
                interface $Properties {

                    /** GoneSlave id */
                    id: mesos.SlaveID.$Properties;

                    /** GoneSlave timestamp */
                    timestamp: mesos.TimeInfo.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GoneSlave. */
                type $Shape = mesos.internal.Registry.GoneSlave.$Properties;
            }

            /**
             * Properties of a GoneSlaves.
             * @deprecated Use mesos.internal.Registry.GoneSlaves.$Properties instead.
             */
            interface IGoneSlaves extends mesos.internal.Registry.GoneSlaves.$Properties {
            }

            /** Represents a GoneSlaves. */
            class GoneSlaves {

                /**
                 * Constructs a new GoneSlaves.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.GoneSlaves.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GoneSlaves slaves. */
                slaves: mesos.internal.Registry.GoneSlave.$Properties[];

                /**
                 * Encodes the specified GoneSlaves message. Does not implicitly {@link mesos.internal.Registry.GoneSlaves.verify|verify} messages.
                 * @param message GoneSlaves message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.GoneSlaves.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GoneSlaves message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.GoneSlaves & mesos.internal.Registry.GoneSlaves.$Shape} GoneSlaves
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.GoneSlaves & mesos.internal.Registry.GoneSlaves.$Shape;
            }

            namespace GoneSlaves {

                /** Properties of a GoneSlaves. */
                interface $Properties {

                    /** GoneSlaves slaves */
                    slaves?: (mesos.internal.Registry.GoneSlave.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GoneSlaves. */
                type $Shape = mesos.internal.Registry.GoneSlaves.$Properties;
            }

            /**
             * Properties of a Machine.
             * @deprecated Use mesos.internal.Registry.Machine.$Properties instead.
             */
            interface IMachine extends mesos.internal.Registry.Machine.$Properties {
            }

            /** Represents a Machine. */
            class Machine {

                /**
                 * Constructs a new Machine.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.Machine.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Machine info. */
                info: mesos.MachineInfo.$Properties;

                /**
                 * Encodes the specified Machine message. Does not implicitly {@link mesos.internal.Registry.Machine.verify|verify} messages.
                 * @param message Machine message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.Machine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Machine message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.Machine & mesos.internal.Registry.Machine.$Shape} Machine
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.Machine & mesos.internal.Registry.Machine.$Shape;
            }

            namespace Machine {

                /** Properties of a Machine. */
                interface $Properties {

                    /** Machine info */
                    info: mesos.MachineInfo.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Machine. */
                type $Shape = mesos.internal.Registry.Machine.$Properties;
            }

            /**
             * Properties of a Machines.
             * @deprecated Use mesos.internal.Registry.Machines.$Properties instead.
             */
            interface IMachines extends mesos.internal.Registry.Machines.$Properties {
            }

            /** Represents a Machines. */
            class Machines {

                /**
                 * Constructs a new Machines.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.Machines.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Machines machines. */
                machines: mesos.internal.Registry.Machine.$Properties[];

                /**
                 * Encodes the specified Machines message. Does not implicitly {@link mesos.internal.Registry.Machines.verify|verify} messages.
                 * @param message Machines message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.Machines.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Machines message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.Machines & mesos.internal.Registry.Machines.$Shape} Machines
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.Machines & mesos.internal.Registry.Machines.$Shape;
            }

            namespace Machines {

                /** Properties of a Machines. */
                interface $Properties {

                    /** Machines machines */
                    machines?: (mesos.internal.Registry.Machine.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Machines. */
                type $Shape = mesos.internal.Registry.Machines.$Properties;
            }

            /**
             * Properties of a Quota.
             * @deprecated Use mesos.internal.Registry.Quota.$Properties instead.
             */
            interface IQuota extends mesos.internal.Registry.Quota.$Properties {
            }

            /** Represents a Quota. */
            class Quota {

                /**
                 * Constructs a new Quota.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.Quota.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Quota info. */
                info: mesos.quota.QuotaInfo.$Properties;

                /**
                 * Encodes the specified Quota message. Does not implicitly {@link mesos.internal.Registry.Quota.verify|verify} messages.
                 * @param message Quota message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.Quota.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Quota message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.Quota & mesos.internal.Registry.Quota.$Shape} Quota
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.Quota & mesos.internal.Registry.Quota.$Shape;
            }

            namespace Quota {

                /** Properties of a Quota. */
                interface $Properties {

                    /** Quota info */
                    info: mesos.quota.QuotaInfo.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Quota. */
                type $Shape = {
                  info: mesos.quota.QuotaInfo.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Weight.
             * @deprecated Use mesos.internal.Registry.Weight.$Properties instead.
             */
            interface IWeight extends mesos.internal.Registry.Weight.$Properties {
            }

            /** Represents a Weight. */
            class Weight {

                /**
                 * Constructs a new Weight.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.Weight.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Weight info. */
                info: mesos.WeightInfo.$Properties;

                /**
                 * Encodes the specified Weight message. Does not implicitly {@link mesos.internal.Registry.Weight.verify|verify} messages.
                 * @param message Weight message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.Weight.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Weight message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.Weight & mesos.internal.Registry.Weight.$Shape} Weight
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.Weight & mesos.internal.Registry.Weight.$Shape;
            }

            namespace Weight {

                /** Properties of a Weight. */
                interface $Properties {

                    /** Weight info */
                    info: mesos.WeightInfo.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Weight. */
                type $Shape = mesos.internal.Registry.Weight.$Properties;
            }

            /**
             * Properties of a MinimumCapability.
             * @deprecated Use mesos.internal.Registry.MinimumCapability.$Properties instead.
             */
            interface IMinimumCapability extends mesos.internal.Registry.MinimumCapability.$Properties {
            }

            /** Represents a MinimumCapability. */
            class MinimumCapability {

                /**
                 * Constructs a new MinimumCapability.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.Registry.MinimumCapability.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MinimumCapability capability. */
                capability: string;

                /**
                 * Encodes the specified MinimumCapability message. Does not implicitly {@link mesos.internal.Registry.MinimumCapability.verify|verify} messages.
                 * @param message MinimumCapability message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.Registry.MinimumCapability.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MinimumCapability message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.Registry.MinimumCapability & mesos.internal.Registry.MinimumCapability.$Shape} MinimumCapability
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.Registry.MinimumCapability & mesos.internal.Registry.MinimumCapability.$Shape;
            }

            namespace MinimumCapability {

                /** Properties of a MinimumCapability. */
                interface $Properties {

                    /** MinimumCapability capability */
                    capability: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MinimumCapability. */
                type $Shape = mesos.internal.Registry.MinimumCapability.$Properties;
            }
        }

        /** Namespace slave. */
        namespace slave {

            /**
             * Properties of a ResourceState.
             * @deprecated Use mesos.internal.slave.ResourceState.$Properties instead.
             */
            interface IResourceState extends mesos.internal.slave.ResourceState.$Properties {
            }

            /** Represents a ResourceState. */
            class ResourceState {

                /**
                 * Constructs a new ResourceState.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.slave.ResourceState.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResourceState operations. */
                operations: mesos.Operation.$Properties[];

                /** ResourceState resources. */
                resources: mesos.Resource.$Properties[];

                /**
                 * Encodes the specified ResourceState message. Does not implicitly {@link mesos.internal.slave.ResourceState.verify|verify} messages.
                 * @param message ResourceState message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.slave.ResourceState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResourceState message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.slave.ResourceState & mesos.internal.slave.ResourceState.$Shape} ResourceState
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.slave.ResourceState & mesos.internal.slave.ResourceState.$Shape;
            }

            namespace ResourceState {

                /** Properties of a ResourceState. */
                interface $Properties {

                    /** ResourceState operations */
                    operations?: (mesos.Operation.$Properties[]|null);

                    /** ResourceState resources */
                    resources?: (mesos.Resource.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResourceState. */
                type $Shape = {
                  operations?: mesos.Operation.$Shape[]|null;
                  resources?: mesos.Resource.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }
        }

        /** Namespace state. */
        namespace state {

            /**
             * Properties of an Entry.
             * @deprecated Use mesos.internal.state.Entry.$Properties instead.
             */
            interface IEntry extends mesos.internal.state.Entry.$Properties {
            }

            /** Represents an Entry. */
            class Entry {

                /**
                 * Constructs a new Entry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.state.Entry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Entry name. */
                name: string;

                /** Entry uuid. */
                uuid: Uint8Array;

                /** Entry value. */
                value: Uint8Array;

                /**
                 * Encodes the specified Entry message. Does not implicitly {@link mesos.internal.state.Entry.verify|verify} messages.
                 * @param message Entry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.state.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Entry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.state.Entry & mesos.internal.state.Entry.$Shape} Entry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.state.Entry & mesos.internal.state.Entry.$Shape;
            }

            namespace Entry {

                /** Properties of an Entry. */
                interface $Properties {

                    /** Entry name */
                    name: string;

                    /** Entry uuid */
                    uuid: Uint8Array;

                    /** Entry value */
                    value: Uint8Array;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Entry. */
                type $Shape = mesos.internal.state.Entry.$Properties;
            }

            /**
             * Properties of an Operation.
             * @deprecated Use mesos.internal.state.Operation.$Properties instead.
             */
            interface IOperation extends mesos.internal.state.Operation.$Properties {
            }

            /** Represents an Operation. */
            class Operation {

                /**
                 * Constructs a new Operation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.internal.state.Operation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Operation type. */
                type: mesos.internal.state.Operation.Type;

                /** Operation snapshot. */
                snapshot?: (mesos.internal.state.Operation.Snapshot.$Properties|null);

                /** Operation expunge. */
                expunge?: (mesos.internal.state.Operation.Expunge.$Properties|null);

                /** Operation diff. */
                diff?: (mesos.internal.state.Operation.Diff.$Properties|null);

                /**
                 * Encodes the specified Operation message. Does not implicitly {@link mesos.internal.state.Operation.verify|verify} messages.
                 * @param message Operation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.internal.state.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Operation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.internal.state.Operation & mesos.internal.state.Operation.$Shape} Operation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.state.Operation & mesos.internal.state.Operation.$Shape;
            }

            namespace Operation {

                /** Properties of an Operation. */
                interface $Properties {

                    /** Operation type */
                    type: mesos.internal.state.Operation.Type;

                    /** Operation snapshot */
                    snapshot?: (mesos.internal.state.Operation.Snapshot.$Properties|null);

                    /** Operation expunge */
                    expunge?: (mesos.internal.state.Operation.Expunge.$Properties|null);

                    /** Operation diff */
                    diff?: (mesos.internal.state.Operation.Diff.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Operation. */
                type $Shape = mesos.internal.state.Operation.$Properties;

                /** Type enum. */
                enum Type {

                    /** SNAPSHOT value */
                    SNAPSHOT = 1,

                    /** EXPUNGE value */
                    EXPUNGE = 2,

                    /** DIFF value */
                    DIFF = 3
                }

                /**
                 * Properties of a Snapshot.
                 * @deprecated Use mesos.internal.state.Operation.Snapshot.$Properties instead.
                 */
                interface ISnapshot extends mesos.internal.state.Operation.Snapshot.$Properties {
                }

                /** Represents a Snapshot. */
                class Snapshot {

                    /**
                     * Constructs a new Snapshot.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.internal.state.Operation.Snapshot.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Snapshot entry. */
                    entry: mesos.internal.state.Entry.$Properties;

                    /**
                     * Encodes the specified Snapshot message. Does not implicitly {@link mesos.internal.state.Operation.Snapshot.verify|verify} messages.
                     * @param message Snapshot message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.internal.state.Operation.Snapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Snapshot message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.internal.state.Operation.Snapshot & mesos.internal.state.Operation.Snapshot.$Shape} Snapshot
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.state.Operation.Snapshot & mesos.internal.state.Operation.Snapshot.$Shape;
                }

                namespace Snapshot {

                    /** Properties of a Snapshot. */
                    interface $Properties {

                        /** Snapshot entry */
                        entry: mesos.internal.state.Entry.$Properties;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Snapshot. */
                    type $Shape = mesos.internal.state.Operation.Snapshot.$Properties;
                }

                /**
                 * Properties of a Diff.
                 * @deprecated Use mesos.internal.state.Operation.Diff.$Properties instead.
                 */
                interface IDiff extends mesos.internal.state.Operation.Diff.$Properties {
                }

                /** Represents a Diff. */
                class Diff {

                    /**
                     * Constructs a new Diff.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.internal.state.Operation.Diff.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Diff entry. */
                    entry: mesos.internal.state.Entry.$Properties;

                    /**
                     * Encodes the specified Diff message. Does not implicitly {@link mesos.internal.state.Operation.Diff.verify|verify} messages.
                     * @param message Diff message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.internal.state.Operation.Diff.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Diff message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.internal.state.Operation.Diff & mesos.internal.state.Operation.Diff.$Shape} Diff
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.state.Operation.Diff & mesos.internal.state.Operation.Diff.$Shape;
                }

                namespace Diff {

                    /** Properties of a Diff. */
                    interface $Properties {

                        /** Diff entry */
                        entry: mesos.internal.state.Entry.$Properties;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Diff. */
                    type $Shape = mesos.internal.state.Operation.Diff.$Properties;
                }

                /**
                 * Properties of an Expunge.
                 * @deprecated Use mesos.internal.state.Operation.Expunge.$Properties instead.
                 */
                interface IExpunge extends mesos.internal.state.Operation.Expunge.$Properties {
                }

                /** Represents an Expunge. */
                class Expunge {

                    /**
                     * Constructs a new Expunge.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: mesos.internal.state.Operation.Expunge.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Expunge name. */
                    name: string;

                    /**
                     * Encodes the specified Expunge message. Does not implicitly {@link mesos.internal.state.Operation.Expunge.verify|verify} messages.
                     * @param message Expunge message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: mesos.internal.state.Operation.Expunge.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Expunge message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {mesos.internal.state.Operation.Expunge & mesos.internal.state.Operation.Expunge.$Shape} Expunge
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.state.Operation.Expunge & mesos.internal.state.Operation.Expunge.$Shape;
                }

                namespace Expunge {

                    /** Properties of an Expunge. */
                    interface $Properties {

                        /** Expunge name */
                        name: string;

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Expunge. */
                    type $Shape = mesos.internal.state.Operation.Expunge.$Properties;
                }
            }
        }

        /**
         * Properties of a StatusUpdate.
         * @deprecated Use mesos.internal.StatusUpdate.$Properties instead.
         */
        interface IStatusUpdate extends mesos.internal.StatusUpdate.$Properties {
        }

        /** Represents a StatusUpdate. */
        class StatusUpdate {

            /**
             * Constructs a new StatusUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.StatusUpdate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StatusUpdate frameworkId. */
            frameworkId: mesos.FrameworkID.$Properties;

            /** StatusUpdate executorId. */
            executorId?: (mesos.ExecutorID.$Properties|null);

            /** StatusUpdate slaveId. */
            slaveId?: (mesos.SlaveID.$Properties|null);

            /** StatusUpdate status. */
            status: mesos.TaskStatus.$Properties;

            /** StatusUpdate timestamp. */
            timestamp: number;

            /** StatusUpdate uuid. */
            uuid: Uint8Array;

            /** StatusUpdate latestState. */
            latestState: mesos.TaskState;

            /**
             * Encodes the specified StatusUpdate message. Does not implicitly {@link mesos.internal.StatusUpdate.verify|verify} messages.
             * @param message StatusUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.StatusUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.StatusUpdate & mesos.internal.StatusUpdate.$Shape} StatusUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.StatusUpdate & mesos.internal.StatusUpdate.$Shape;
        }

        namespace StatusUpdate {

            /** Properties of a StatusUpdate. */
            interface $Properties {

                /** StatusUpdate frameworkId */
                frameworkId: mesos.FrameworkID.$Properties;

                /** StatusUpdate executorId */
                executorId?: (mesos.ExecutorID.$Properties|null);

                /** StatusUpdate slaveId */
                slaveId?: (mesos.SlaveID.$Properties|null);

                /** StatusUpdate status */
                status: mesos.TaskStatus.$Properties;

                /** StatusUpdate timestamp */
                timestamp: number;

                /** StatusUpdate uuid */
                uuid?: (Uint8Array|null);

                /** StatusUpdate latestState */
                latestState?: (mesos.TaskState|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusUpdate. */
            type $Shape = {
              frameworkId: mesos.FrameworkID.$Shape;
              executorId?: mesos.ExecutorID.$Shape|null;
              slaveId?: mesos.SlaveID.$Shape|null;
              status: mesos.TaskStatus.$Shape;
              timestamp: number;
              uuid?: Uint8Array|null;
              latestState?: mesos.TaskState|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a StatusUpdateRecord.
         * @deprecated Use mesos.internal.StatusUpdateRecord.$Properties instead.
         */
        interface IStatusUpdateRecord extends mesos.internal.StatusUpdateRecord.$Properties {
        }

        /** Represents a StatusUpdateRecord. */
        class StatusUpdateRecord {

            /**
             * Constructs a new StatusUpdateRecord.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.StatusUpdateRecord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StatusUpdateRecord type. */
            type: mesos.internal.StatusUpdateRecord.Type;

            /** StatusUpdateRecord update. */
            update?: (mesos.internal.StatusUpdate.$Properties|null);

            /** StatusUpdateRecord uuid. */
            uuid: Uint8Array;

            /**
             * Encodes the specified StatusUpdateRecord message. Does not implicitly {@link mesos.internal.StatusUpdateRecord.verify|verify} messages.
             * @param message StatusUpdateRecord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.StatusUpdateRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusUpdateRecord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.StatusUpdateRecord & mesos.internal.StatusUpdateRecord.$Shape} StatusUpdateRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.StatusUpdateRecord & mesos.internal.StatusUpdateRecord.$Shape;
        }

        namespace StatusUpdateRecord {

            /** Properties of a StatusUpdateRecord. */
            interface $Properties {

                /** StatusUpdateRecord type */
                type: mesos.internal.StatusUpdateRecord.Type;

                /** StatusUpdateRecord update */
                update?: (mesos.internal.StatusUpdate.$Properties|null);

                /** StatusUpdateRecord uuid */
                uuid?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusUpdateRecord. */
            type $Shape = {
              type: mesos.internal.StatusUpdateRecord.Type;
              update?: mesos.internal.StatusUpdate.$Shape|null;
              uuid?: Uint8Array|null;
              $unknowns?: Uint8Array[];
            };

            /** Type enum. */
            enum Type {

                /** UPDATE value */
                UPDATE = 0,

                /** ACK value */
                ACK = 1
            }
        }

        /**
         * Properties of a StatusUpdateMessage.
         * @deprecated Use mesos.internal.StatusUpdateMessage.$Properties instead.
         */
        interface IStatusUpdateMessage extends mesos.internal.StatusUpdateMessage.$Properties {
        }

        /** Represents a StatusUpdateMessage. */
        class StatusUpdateMessage {

            /**
             * Constructs a new StatusUpdateMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.StatusUpdateMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StatusUpdateMessage update. */
            update: mesos.internal.StatusUpdate.$Properties;

            /** StatusUpdateMessage pid. */
            pid: string;

            /**
             * Encodes the specified StatusUpdateMessage message. Does not implicitly {@link mesos.internal.StatusUpdateMessage.verify|verify} messages.
             * @param message StatusUpdateMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.StatusUpdateMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusUpdateMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.StatusUpdateMessage & mesos.internal.StatusUpdateMessage.$Shape} StatusUpdateMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.StatusUpdateMessage & mesos.internal.StatusUpdateMessage.$Shape;
        }

        namespace StatusUpdateMessage {

            /** Properties of a StatusUpdateMessage. */
            interface $Properties {

                /** StatusUpdateMessage update */
                update: mesos.internal.StatusUpdate.$Properties;

                /** StatusUpdateMessage pid */
                pid?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusUpdateMessage. */
            type $Shape = {
              update: mesos.internal.StatusUpdate.$Shape;
              pid?: string|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a StatusUpdateAcknowledgementMessage.
         * @deprecated Use mesos.internal.StatusUpdateAcknowledgementMessage.$Properties instead.
         */
        interface IStatusUpdateAcknowledgementMessage extends mesos.internal.StatusUpdateAcknowledgementMessage.$Properties {
        }

        /** Represents a StatusUpdateAcknowledgementMessage. */
        class StatusUpdateAcknowledgementMessage {

            /**
             * Constructs a new StatusUpdateAcknowledgementMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.internal.StatusUpdateAcknowledgementMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StatusUpdateAcknowledgementMessage slaveId. */
            slaveId: mesos.SlaveID.$Properties;

            /** StatusUpdateAcknowledgementMessage frameworkId. */
            frameworkId: mesos.FrameworkID.$Properties;

            /** StatusUpdateAcknowledgementMessage taskId. */
            taskId: mesos.TaskID.$Properties;

            /** StatusUpdateAcknowledgementMessage uuid. */
            uuid: Uint8Array;

            /**
             * Encodes the specified StatusUpdateAcknowledgementMessage message. Does not implicitly {@link mesos.internal.StatusUpdateAcknowledgementMessage.verify|verify} messages.
             * @param message StatusUpdateAcknowledgementMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.internal.StatusUpdateAcknowledgementMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusUpdateAcknowledgementMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.internal.StatusUpdateAcknowledgementMessage & mesos.internal.StatusUpdateAcknowledgementMessage.$Shape} StatusUpdateAcknowledgementMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.internal.StatusUpdateAcknowledgementMessage & mesos.internal.StatusUpdateAcknowledgementMessage.$Shape;
        }

        namespace StatusUpdateAcknowledgementMessage {

            /** Properties of a StatusUpdateAcknowledgementMessage. */
            interface $Properties {

                /** StatusUpdateAcknowledgementMessage slaveId */
                slaveId: mesos.SlaveID.$Properties;

                /** StatusUpdateAcknowledgementMessage frameworkId */
                frameworkId: mesos.FrameworkID.$Properties;

                /** StatusUpdateAcknowledgementMessage taskId */
                taskId: mesos.TaskID.$Properties;

                /** StatusUpdateAcknowledgementMessage uuid */
                uuid: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusUpdateAcknowledgementMessage. */
            type $Shape = mesos.internal.StatusUpdateAcknowledgementMessage.$Properties;
        }
    }

    /**
     * Properties of a URL.
     * @deprecated Use mesos.URL.$Properties instead.
     */
    interface IURL extends mesos.URL.$Properties {
    }

    /** Represents a URL. */
    class URL {

        /**
         * Constructs a new URL.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.URL.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** URL scheme. */
        scheme: string;

        /** URL address. */
        address: mesos.Address.$Properties;

        /** URL path. */
        path: string;

        /** URL query. */
        query: mesos.Parameter.$Properties[];

        /** URL fragment. */
        fragment: string;

        /**
         * Encodes the specified URL message. Does not implicitly {@link mesos.URL.verify|verify} messages.
         * @param message URL message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.URL.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a URL message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.URL & mesos.URL.$Shape} URL
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.URL & mesos.URL.$Shape;
    }

    namespace URL {

        /** Properties of a URL. */
        interface $Properties {

            /** URL scheme */
            scheme: string;

            /** URL address */
            address: mesos.Address.$Properties;

            /** URL path */
            path?: (string|null);

            /** URL query */
            query?: (mesos.Parameter.$Properties[]|null);

            /** URL fragment */
            fragment?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a URL. */
        type $Shape = mesos.URL.$Properties;
    }

    /**
     * Properties of an Offer.
     * @deprecated Use mesos.Offer.$Properties instead.
     */
    interface IOffer extends mesos.Offer.$Properties {
    }

    /** Represents an Offer. */
    class Offer {

        /**
         * Constructs a new Offer.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Offer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Offer id. */
        id: mesos.OfferID.$Properties;

        /** Offer frameworkId. */
        frameworkId: mesos.FrameworkID.$Properties;

        /** Offer slaveId. */
        slaveId: mesos.SlaveID.$Properties;

        /** Offer hostname. */
        hostname: string;

        /** Offer resources. */
        resources: mesos.Resource.$Properties[];

        /** Offer executorIds. */
        executorIds: mesos.ExecutorID.$Properties[];

        /** Offer attributes. */
        attributes: mesos.Attribute.$Properties[];

        /** Offer url. */
        url?: (mesos.URL.$Properties|null);

        /** Offer unavailability. */
        unavailability?: (mesos.Unavailability.$Properties|null);

        /** Offer allocationInfo. */
        allocationInfo?: (mesos.Resource.AllocationInfo.$Properties|null);

        /** Offer domain. */
        domain?: (mesos.DomainInfo.$Properties|null);

        /**
         * Encodes the specified Offer message. Does not implicitly {@link mesos.Offer.verify|verify} messages.
         * @param message Offer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Offer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Offer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Offer & mesos.Offer.$Shape} Offer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer & mesos.Offer.$Shape;
    }

    namespace Offer {

        /** Properties of an Offer. */
        interface $Properties {

            /** Offer id */
            id: mesos.OfferID.$Properties;

            /** Offer frameworkId */
            frameworkId: mesos.FrameworkID.$Properties;

            /** Offer slaveId */
            slaveId: mesos.SlaveID.$Properties;

            /** Offer hostname */
            hostname: string;

            /** Offer resources */
            resources?: (mesos.Resource.$Properties[]|null);

            /** Offer executorIds */
            executorIds?: (mesos.ExecutorID.$Properties[]|null);

            /** Offer attributes */
            attributes?: (mesos.Attribute.$Properties[]|null);

            /** Offer url */
            url?: (mesos.URL.$Properties|null);

            /** Offer unavailability */
            unavailability?: (mesos.Unavailability.$Properties|null);

            /** Offer allocationInfo */
            allocationInfo?: (mesos.Resource.AllocationInfo.$Properties|null);

            /** Offer domain */
            domain?: (mesos.DomainInfo.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Offer. */
        type $Shape = {
          id: mesos.OfferID.$Shape;
          frameworkId: mesos.FrameworkID.$Shape;
          slaveId: mesos.SlaveID.$Shape;
          hostname: string;
          resources?: mesos.Resource.$Shape[]|null;
          executorIds?: mesos.ExecutorID.$Shape[]|null;
          attributes?: mesos.Attribute.$Shape[]|null;
          url?: mesos.URL.$Shape|null;
          unavailability?: mesos.Unavailability.$Shape|null;
          allocationInfo?: mesos.Resource.AllocationInfo.$Shape|null;
          domain?: mesos.DomainInfo.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /**
         * Properties of an Operation.
         * @deprecated Use mesos.Offer.Operation.$Properties instead.
         */
        interface IOperation extends mesos.Offer.Operation.$Properties {
        }

        /** Represents an Operation. */
        class Operation {

            /**
             * Constructs a new Operation.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.Offer.Operation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Operation type. */
            type: mesos.Offer.Operation.Type;

            /** Operation reserve. */
            reserve?: (mesos.Offer.Operation.Reserve.$Properties|null);

            /** Operation unreserve. */
            unreserve?: (mesos.Offer.Operation.Unreserve.$Properties|null);

            /** Operation create. */
            create?: (mesos.Offer.Operation.Create.$Properties|null);

            /** Operation destroy. */
            destroy?: (mesos.Offer.Operation.Destroy.$Properties|null);

            /** Operation id. */
            id?: (mesos.OperationID.$Properties|null);

            /** Operation growVolume. */
            growVolume?: (mesos.Offer.Operation.GrowVolume.$Properties|null);

            /** Operation shrinkVolume. */
            shrinkVolume?: (mesos.Offer.Operation.ShrinkVolume.$Properties|null);

            /** Operation createDisk. */
            createDisk?: (mesos.Offer.Operation.CreateDisk.$Properties|null);

            /** Operation destroyDisk. */
            destroyDisk?: (mesos.Offer.Operation.DestroyDisk.$Properties|null);

            /**
             * Encodes the specified Operation message. Does not implicitly {@link mesos.Offer.Operation.verify|verify} messages.
             * @param message Operation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.Offer.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Operation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.Offer.Operation & mesos.Offer.Operation.$Shape} Operation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation & mesos.Offer.Operation.$Shape;
        }

        namespace Operation {

            /** Properties of an Operation. */
            interface $Properties {

                /** Operation type */
                type?: (mesos.Offer.Operation.Type|null);

                /** Operation reserve */
                reserve?: (mesos.Offer.Operation.Reserve.$Properties|null);

                /** Operation unreserve */
                unreserve?: (mesos.Offer.Operation.Unreserve.$Properties|null);

                /** Operation create */
                create?: (mesos.Offer.Operation.Create.$Properties|null);

                /** Operation destroy */
                destroy?: (mesos.Offer.Operation.Destroy.$Properties|null);

                /** Operation id */
                id?: (mesos.OperationID.$Properties|null);

                /** Operation growVolume */
                growVolume?: (mesos.Offer.Operation.GrowVolume.$Properties|null);

                /** Operation shrinkVolume */
                shrinkVolume?: (mesos.Offer.Operation.ShrinkVolume.$Properties|null);

                /** Operation createDisk */
                createDisk?: (mesos.Offer.Operation.CreateDisk.$Properties|null);

                /** Operation destroyDisk */
                destroyDisk?: (mesos.Offer.Operation.DestroyDisk.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Operation. */
            type $Shape = {
              type?: mesos.Offer.Operation.Type|null;
              reserve?: mesos.Offer.Operation.Reserve.$Shape|null;
              unreserve?: mesos.Offer.Operation.Unreserve.$Shape|null;
              create?: mesos.Offer.Operation.Create.$Shape|null;
              destroy?: mesos.Offer.Operation.Destroy.$Shape|null;
              id?: mesos.OperationID.$Shape|null;
              growVolume?: mesos.Offer.Operation.GrowVolume.$Shape|null;
              shrinkVolume?: mesos.Offer.Operation.ShrinkVolume.$Shape|null;
              createDisk?: mesos.Offer.Operation.CreateDisk.$Shape|null;
              destroyDisk?: mesos.Offer.Operation.DestroyDisk.$Shape|null;
              $unknowns?: Uint8Array[];
            };

            /** Type enum. */
            enum Type {

                /** UNKNOWN value */
                UNKNOWN = 0,

                /** LAUNCH value */
                LAUNCH = 1,

                /** RESERVE value */
                RESERVE = 2,

                /** UNRESERVE value */
                UNRESERVE = 3,

                /** CREATE value */
                CREATE = 4,

                /** DESTROY value */
                DESTROY = 5,

                /** LAUNCH_GROUP value */
                LAUNCH_GROUP = 6,

                /** GROW_VOLUME value */
                GROW_VOLUME = 11,

                /** SHRINK_VOLUME value */
                SHRINK_VOLUME = 12,

                /** CREATE_DISK value */
                CREATE_DISK = 13,

                /** DESTROY_DISK value */
                DESTROY_DISK = 14
            }

            /**
             * Properties of a Reserve.
             * @deprecated Use mesos.Offer.Operation.Reserve.$Properties instead.
             */
            interface IReserve extends mesos.Offer.Operation.Reserve.$Properties {
            }

            /** Represents a Reserve. */
            class Reserve {

                /**
                 * Constructs a new Reserve.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Offer.Operation.Reserve.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Reserve resources. */
                resources: mesos.Resource.$Properties[];

                /** Reserve source. */
                source: mesos.Resource.$Properties[];

                /**
                 * Encodes the specified Reserve message. Does not implicitly {@link mesos.Offer.Operation.Reserve.verify|verify} messages.
                 * @param message Reserve message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Offer.Operation.Reserve.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Reserve message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Offer.Operation.Reserve & mesos.Offer.Operation.Reserve.$Shape} Reserve
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation.Reserve & mesos.Offer.Operation.Reserve.$Shape;
            }

            namespace Reserve {

                /** Properties of a Reserve. */
                interface $Properties {

                    /** Reserve resources */
                    resources?: (mesos.Resource.$Properties[]|null);

                    /** Reserve source */
                    source?: (mesos.Resource.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Reserve. */
                type $Shape = {
                  resources?: mesos.Resource.$Shape[]|null;
                  source?: mesos.Resource.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of an Unreserve.
             * @deprecated Use mesos.Offer.Operation.Unreserve.$Properties instead.
             */
            interface IUnreserve extends mesos.Offer.Operation.Unreserve.$Properties {
            }

            /** Represents an Unreserve. */
            class Unreserve {

                /**
                 * Constructs a new Unreserve.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Offer.Operation.Unreserve.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Unreserve resources. */
                resources: mesos.Resource.$Properties[];

                /**
                 * Encodes the specified Unreserve message. Does not implicitly {@link mesos.Offer.Operation.Unreserve.verify|verify} messages.
                 * @param message Unreserve message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Offer.Operation.Unreserve.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Unreserve message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Offer.Operation.Unreserve & mesos.Offer.Operation.Unreserve.$Shape} Unreserve
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation.Unreserve & mesos.Offer.Operation.Unreserve.$Shape;
            }

            namespace Unreserve {

                /** Properties of an Unreserve. */
                interface $Properties {

                    /** Unreserve resources */
                    resources?: (mesos.Resource.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Unreserve. */
                type $Shape = {
                  resources?: mesos.Resource.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Create.
             * @deprecated Use mesos.Offer.Operation.Create.$Properties instead.
             */
            interface ICreate extends mesos.Offer.Operation.Create.$Properties {
            }

            /** Represents a Create. */
            class Create {

                /**
                 * Constructs a new Create.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Offer.Operation.Create.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Create volumes. */
                volumes: mesos.Resource.$Properties[];

                /**
                 * Encodes the specified Create message. Does not implicitly {@link mesos.Offer.Operation.Create.verify|verify} messages.
                 * @param message Create message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Offer.Operation.Create.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Create message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Offer.Operation.Create & mesos.Offer.Operation.Create.$Shape} Create
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation.Create & mesos.Offer.Operation.Create.$Shape;
            }

            namespace Create {

                /** Properties of a Create. */
                interface $Properties {

                    /** Create volumes */
                    volumes?: (mesos.Resource.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Create. */
                type $Shape = {
                  volumes?: mesos.Resource.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Destroy.
             * @deprecated Use mesos.Offer.Operation.Destroy.$Properties instead.
             */
            interface IDestroy extends mesos.Offer.Operation.Destroy.$Properties {
            }

            /** Represents a Destroy. */
            class Destroy {

                /**
                 * Constructs a new Destroy.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Offer.Operation.Destroy.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Destroy volumes. */
                volumes: mesos.Resource.$Properties[];

                /**
                 * Encodes the specified Destroy message. Does not implicitly {@link mesos.Offer.Operation.Destroy.verify|verify} messages.
                 * @param message Destroy message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Offer.Operation.Destroy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Destroy message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Offer.Operation.Destroy & mesos.Offer.Operation.Destroy.$Shape} Destroy
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation.Destroy & mesos.Offer.Operation.Destroy.$Shape;
            }

            namespace Destroy {

                /** Properties of a Destroy. */
                interface $Properties {

                    /** Destroy volumes */
                    volumes?: (mesos.Resource.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Destroy. */
                type $Shape = {
                  volumes?: mesos.Resource.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a GrowVolume.
             * @deprecated Use mesos.Offer.Operation.GrowVolume.$Properties instead.
             */
            interface IGrowVolume extends mesos.Offer.Operation.GrowVolume.$Properties {
            }

            /** Represents a GrowVolume. */
            class GrowVolume {

                /**
                 * Constructs a new GrowVolume.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Offer.Operation.GrowVolume.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GrowVolume volume. */
                volume: mesos.Resource.$Properties;

                /** GrowVolume addition. */
                addition: mesos.Resource.$Properties;

                /**
                 * Encodes the specified GrowVolume message. Does not implicitly {@link mesos.Offer.Operation.GrowVolume.verify|verify} messages.
                 * @param message GrowVolume message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Offer.Operation.GrowVolume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GrowVolume message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Offer.Operation.GrowVolume & mesos.Offer.Operation.GrowVolume.$Shape} GrowVolume
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation.GrowVolume & mesos.Offer.Operation.GrowVolume.$Shape;
            }

            namespace GrowVolume {

                /** Properties of a GrowVolume. */
                interface $Properties {

                    /** GrowVolume volume */
                    volume: mesos.Resource.$Properties;

                    /** GrowVolume addition */
                    addition: mesos.Resource.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GrowVolume. */
                type $Shape = {
                  volume: mesos.Resource.$Shape;
                  addition: mesos.Resource.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a ShrinkVolume.
             * @deprecated Use mesos.Offer.Operation.ShrinkVolume.$Properties instead.
             */
            interface IShrinkVolume extends mesos.Offer.Operation.ShrinkVolume.$Properties {
            }

            /** Represents a ShrinkVolume. */
            class ShrinkVolume {

                /**
                 * Constructs a new ShrinkVolume.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Offer.Operation.ShrinkVolume.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ShrinkVolume volume. */
                volume: mesos.Resource.$Properties;

                /** ShrinkVolume subtract. */
                subtract: mesos.Value.Scalar.$Properties;

                /**
                 * Encodes the specified ShrinkVolume message. Does not implicitly {@link mesos.Offer.Operation.ShrinkVolume.verify|verify} messages.
                 * @param message ShrinkVolume message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Offer.Operation.ShrinkVolume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ShrinkVolume message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Offer.Operation.ShrinkVolume & mesos.Offer.Operation.ShrinkVolume.$Shape} ShrinkVolume
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation.ShrinkVolume & mesos.Offer.Operation.ShrinkVolume.$Shape;
            }

            namespace ShrinkVolume {

                /** Properties of a ShrinkVolume. */
                interface $Properties {

                    /** ShrinkVolume volume */
                    volume: mesos.Resource.$Properties;

                    /** ShrinkVolume subtract */
                    subtract: mesos.Value.Scalar.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ShrinkVolume. */
                type $Shape = {
                  volume: mesos.Resource.$Shape;
                  subtract: mesos.Value.Scalar.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a CreateDisk.
             * @deprecated Use mesos.Offer.Operation.CreateDisk.$Properties instead.
             */
            interface ICreateDisk extends mesos.Offer.Operation.CreateDisk.$Properties {
            }

            /** Represents a CreateDisk. */
            class CreateDisk {

                /**
                 * Constructs a new CreateDisk.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Offer.Operation.CreateDisk.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CreateDisk source. */
                source: mesos.Resource.$Properties;

                /** CreateDisk targetType. */
                targetType: mesos.Resource.DiskInfo.Source.Type;

                /** CreateDisk targetProfile. */
                targetProfile: string;

                /**
                 * Encodes the specified CreateDisk message. Does not implicitly {@link mesos.Offer.Operation.CreateDisk.verify|verify} messages.
                 * @param message CreateDisk message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Offer.Operation.CreateDisk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CreateDisk message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Offer.Operation.CreateDisk & mesos.Offer.Operation.CreateDisk.$Shape} CreateDisk
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation.CreateDisk & mesos.Offer.Operation.CreateDisk.$Shape;
            }

            namespace CreateDisk {

                /** Properties of a CreateDisk. */
                interface $Properties {

                    /** CreateDisk source */
                    source: mesos.Resource.$Properties;

                    /** CreateDisk targetType */
                    targetType: mesos.Resource.DiskInfo.Source.Type;

                    /** CreateDisk targetProfile */
                    targetProfile?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CreateDisk. */
                type $Shape = {
                  source: mesos.Resource.$Shape;
                  targetType: mesos.Resource.DiskInfo.Source.Type;
                  targetProfile?: string|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a DestroyDisk.
             * @deprecated Use mesos.Offer.Operation.DestroyDisk.$Properties instead.
             */
            interface IDestroyDisk extends mesos.Offer.Operation.DestroyDisk.$Properties {
            }

            /** Represents a DestroyDisk. */
            class DestroyDisk {

                /**
                 * Constructs a new DestroyDisk.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.Offer.Operation.DestroyDisk.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DestroyDisk source. */
                source: mesos.Resource.$Properties;

                /**
                 * Encodes the specified DestroyDisk message. Does not implicitly {@link mesos.Offer.Operation.DestroyDisk.verify|verify} messages.
                 * @param message DestroyDisk message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.Offer.Operation.DestroyDisk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DestroyDisk message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.Offer.Operation.DestroyDisk & mesos.Offer.Operation.DestroyDisk.$Shape} DestroyDisk
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Offer.Operation.DestroyDisk & mesos.Offer.Operation.DestroyDisk.$Shape;
            }

            namespace DestroyDisk {

                /** Properties of a DestroyDisk. */
                interface $Properties {

                    /** DestroyDisk source */
                    source: mesos.Resource.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DestroyDisk. */
                type $Shape = {
                  source: mesos.Resource.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }
        }
    }

    /**
     * Properties of a MachineID.
     * @deprecated Use mesos.MachineID.$Properties instead.
     */
    interface IMachineID extends mesos.MachineID.$Properties {
    }

    /** Represents a MachineID. */
    class MachineID {

        /**
         * Constructs a new MachineID.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.MachineID.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MachineID hostname. */
        hostname: string;

        /** MachineID ip. */
        ip: string;

        /**
         * Encodes the specified MachineID message. Does not implicitly {@link mesos.MachineID.verify|verify} messages.
         * @param message MachineID message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.MachineID.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MachineID message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.MachineID & mesos.MachineID.$Shape} MachineID
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.MachineID & mesos.MachineID.$Shape;
    }

    namespace MachineID {

        /** Properties of a MachineID. */
        interface $Properties {

            /** MachineID hostname */
            hostname?: (string|null);

            /** MachineID ip */
            ip?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MachineID. */
        type $Shape = mesos.MachineID.$Properties;
    }

    /**
     * Properties of an Unavailability.
     * @deprecated Use mesos.Unavailability.$Properties instead.
     */
    interface IUnavailability extends mesos.Unavailability.$Properties {
    }

    /** Represents an Unavailability. */
    class Unavailability {

        /**
         * Constructs a new Unavailability.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Unavailability.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Unavailability start. */
        start: mesos.TimeInfo.$Properties;

        /** Unavailability duration. */
        duration?: (mesos.DurationInfo.$Properties|null);

        /**
         * Encodes the specified Unavailability message. Does not implicitly {@link mesos.Unavailability.verify|verify} messages.
         * @param message Unavailability message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Unavailability.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Unavailability message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Unavailability & mesos.Unavailability.$Shape} Unavailability
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Unavailability & mesos.Unavailability.$Shape;
    }

    namespace Unavailability {

        /** Properties of an Unavailability. */
        interface $Properties {

            /** Unavailability start */
            start: mesos.TimeInfo.$Properties;

            /** Unavailability duration */
            duration?: (mesos.DurationInfo.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Unavailability. */
        type $Shape = mesos.Unavailability.$Properties;
    }

    /**
     * Properties of a MachineInfo.
     * @deprecated Use mesos.MachineInfo.$Properties instead.
     */
    interface IMachineInfo extends mesos.MachineInfo.$Properties {
    }

    /** Represents a MachineInfo. */
    class MachineInfo {

        /**
         * Constructs a new MachineInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.MachineInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MachineInfo id. */
        id: mesos.MachineID.$Properties;

        /** MachineInfo mode. */
        mode: mesos.MachineInfo.Mode;

        /** MachineInfo unavailability. */
        unavailability?: (mesos.Unavailability.$Properties|null);

        /**
         * Encodes the specified MachineInfo message. Does not implicitly {@link mesos.MachineInfo.verify|verify} messages.
         * @param message MachineInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.MachineInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MachineInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.MachineInfo & mesos.MachineInfo.$Shape} MachineInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.MachineInfo & mesos.MachineInfo.$Shape;
    }

    namespace MachineInfo {

        /** Properties of a MachineInfo. */
        interface $Properties {

            /** MachineInfo id */
            id: mesos.MachineID.$Properties;

            /** MachineInfo mode */
            mode?: (mesos.MachineInfo.Mode|null);

            /** MachineInfo unavailability */
            unavailability?: (mesos.Unavailability.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MachineInfo. */
        type $Shape = mesos.MachineInfo.$Properties;

        /** Mode enum. */
        enum Mode {

            /** UP value */
            UP = 1,

            /** DRAINING value */
            DRAINING = 2,

            /** DOWN value */
            DOWN = 3
        }
    }

    /** OperationState enum. */
    enum OperationState {

        /** OPERATION_UNSUPPORTED value */
        OPERATION_UNSUPPORTED = 0,

        /** OPERATION_PENDING value */
        OPERATION_PENDING = 1,

        /** OPERATION_FINISHED value */
        OPERATION_FINISHED = 2,

        /** OPERATION_FAILED value */
        OPERATION_FAILED = 3,

        /** OPERATION_ERROR value */
        OPERATION_ERROR = 4,

        /** OPERATION_DROPPED value */
        OPERATION_DROPPED = 5,

        /** OPERATION_UNREACHABLE value */
        OPERATION_UNREACHABLE = 6,

        /** OPERATION_GONE_BY_OPERATOR value */
        OPERATION_GONE_BY_OPERATOR = 7,

        /** OPERATION_RECOVERING value */
        OPERATION_RECOVERING = 8,

        /** OPERATION_UNKNOWN value */
        OPERATION_UNKNOWN = 9
    }

    /**
     * Properties of an OperationStatus.
     * @deprecated Use mesos.OperationStatus.$Properties instead.
     */
    interface IOperationStatus extends mesos.OperationStatus.$Properties {
    }

    /** Represents an OperationStatus. */
    class OperationStatus {

        /**
         * Constructs a new OperationStatus.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.OperationStatus.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OperationStatus operationId. */
        operationId?: (mesos.OperationID.$Properties|null);

        /** OperationStatus state. */
        state: mesos.OperationState;

        /** OperationStatus message. */
        message: string;

        /** OperationStatus convertedResources. */
        convertedResources: mesos.Resource.$Properties[];

        /** OperationStatus uuid. */
        uuid?: (mesos.UUID.$Properties|null);

        /** OperationStatus slaveId. */
        slaveId?: (mesos.SlaveID.$Properties|null);

        /** OperationStatus resourceProviderId. */
        resourceProviderId?: (mesos.ResourceProviderID.$Properties|null);

        /**
         * Encodes the specified OperationStatus message. Does not implicitly {@link mesos.OperationStatus.verify|verify} messages.
         * @param message OperationStatus message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.OperationStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OperationStatus message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.OperationStatus & mesos.OperationStatus.$Shape} OperationStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.OperationStatus & mesos.OperationStatus.$Shape;
    }

    namespace OperationStatus {

        /** Properties of an OperationStatus. */
        interface $Properties {

            /** OperationStatus operationId */
            operationId?: (mesos.OperationID.$Properties|null);

            /** OperationStatus state */
            state: mesos.OperationState;

            /** OperationStatus message */
            message?: (string|null);

            /** OperationStatus convertedResources */
            convertedResources?: (mesos.Resource.$Properties[]|null);

            /** OperationStatus uuid */
            uuid?: (mesos.UUID.$Properties|null);

            /** OperationStatus slaveId */
            slaveId?: (mesos.SlaveID.$Properties|null);

            /** OperationStatus resourceProviderId */
            resourceProviderId?: (mesos.ResourceProviderID.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OperationStatus. */
        type $Shape = {
          operationId?: mesos.OperationID.$Shape|null;
          state: mesos.OperationState;
          message?: string|null;
          convertedResources?: mesos.Resource.$Shape[]|null;
          uuid?: mesos.UUID.$Shape|null;
          slaveId?: mesos.SlaveID.$Shape|null;
          resourceProviderId?: mesos.ResourceProviderID.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of an Operation.
     * @deprecated Use mesos.Operation.$Properties instead.
     */
    interface IOperation extends mesos.Operation.$Properties {
    }

    /** Represents an Operation. */
    class Operation {

        /**
         * Constructs a new Operation.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.Operation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Operation frameworkId. */
        frameworkId?: (mesos.FrameworkID.$Properties|null);

        /** Operation slaveId. */
        slaveId?: (mesos.SlaveID.$Properties|null);

        /** Operation info. */
        info: mesos.Offer.Operation.$Properties;

        /** Operation latestStatus. */
        latestStatus: mesos.OperationStatus.$Properties;

        /** Operation statuses. */
        statuses: mesos.OperationStatus.$Properties[];

        /** Operation uuid. */
        uuid: mesos.UUID.$Properties;

        /**
         * Encodes the specified Operation message. Does not implicitly {@link mesos.Operation.verify|verify} messages.
         * @param message Operation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Operation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.Operation & mesos.Operation.$Shape} Operation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.Operation & mesos.Operation.$Shape;
    }

    namespace Operation {

        /** Properties of an Operation. */
        interface $Properties {

            /** Operation frameworkId */
            frameworkId?: (mesos.FrameworkID.$Properties|null);

            /** Operation slaveId */
            slaveId?: (mesos.SlaveID.$Properties|null);

            /** Operation info */
            info: mesos.Offer.Operation.$Properties;

            /** Operation latestStatus */
            latestStatus: mesos.OperationStatus.$Properties;

            /** Operation statuses */
            statuses?: (mesos.OperationStatus.$Properties[]|null);

            /** Operation uuid */
            uuid: mesos.UUID.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Operation. */
        type $Shape = {
          frameworkId?: mesos.FrameworkID.$Shape|null;
          slaveId?: mesos.SlaveID.$Shape|null;
          info: mesos.Offer.Operation.$Shape;
          latestStatus: mesos.OperationStatus.$Shape;
          statuses?: mesos.OperationStatus.$Shape[]|null;
          uuid: mesos.UUID.$Shape;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a ResourceProviderInfo.
     * @deprecated Use mesos.ResourceProviderInfo.$Properties instead.
     */
    interface IResourceProviderInfo extends mesos.ResourceProviderInfo.$Properties {
    }

    /** Represents a ResourceProviderInfo. */
    class ResourceProviderInfo {

        /**
         * Constructs a new ResourceProviderInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.ResourceProviderInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ResourceProviderInfo id. */
        id?: (mesos.ResourceProviderID.$Properties|null);

        /** ResourceProviderInfo attributes. */
        attributes: mesos.Attribute.$Properties[];

        /** ResourceProviderInfo type. */
        type: string;

        /** ResourceProviderInfo name. */
        name: string;

        /** ResourceProviderInfo defaultReservations. */
        defaultReservations: mesos.Resource.ReservationInfo.$Properties[];

        /**
         * Encodes the specified ResourceProviderInfo message. Does not implicitly {@link mesos.ResourceProviderInfo.verify|verify} messages.
         * @param message ResourceProviderInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.ResourceProviderInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ResourceProviderInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.ResourceProviderInfo & mesos.ResourceProviderInfo.$Shape} ResourceProviderInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.ResourceProviderInfo & mesos.ResourceProviderInfo.$Shape;
    }

    namespace ResourceProviderInfo {

        /** Properties of a ResourceProviderInfo. */
        interface $Properties {

            /** ResourceProviderInfo id */
            id?: (mesos.ResourceProviderID.$Properties|null);

            /** ResourceProviderInfo attributes */
            attributes?: (mesos.Attribute.$Properties[]|null);

            /** ResourceProviderInfo type */
            type: string;

            /** ResourceProviderInfo name */
            name: string;

            /** ResourceProviderInfo defaultReservations */
            defaultReservations?: (mesos.Resource.ReservationInfo.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ResourceProviderInfo. */
        type $Shape = mesos.ResourceProviderInfo.$Properties;
    }

    /** Namespace maintenance. */
    namespace maintenance {

        /**
         * Properties of a Window.
         * @deprecated Use mesos.maintenance.Window.$Properties instead.
         */
        interface IWindow extends mesos.maintenance.Window.$Properties {
        }

        /** Represents a Window. */
        class Window {

            /**
             * Constructs a new Window.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.maintenance.Window.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Window machineIds. */
            machineIds: mesos.MachineID.$Properties[];

            /** Window unavailability. */
            unavailability: mesos.Unavailability.$Properties;

            /**
             * Encodes the specified Window message. Does not implicitly {@link mesos.maintenance.Window.verify|verify} messages.
             * @param message Window message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.maintenance.Window.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Window message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.maintenance.Window & mesos.maintenance.Window.$Shape} Window
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.maintenance.Window & mesos.maintenance.Window.$Shape;
        }

        namespace Window {

            /** Properties of a Window. */
            interface $Properties {

                /** Window machineIds */
                machineIds?: (mesos.MachineID.$Properties[]|null);

                /** Window unavailability */
                unavailability: mesos.Unavailability.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Window. */
            type $Shape = mesos.maintenance.Window.$Properties;
        }

        /**
         * Properties of a Schedule.
         * @deprecated Use mesos.maintenance.Schedule.$Properties instead.
         */
        interface ISchedule extends mesos.maintenance.Schedule.$Properties {
        }

        /** Represents a Schedule. */
        class Schedule {

            /**
             * Constructs a new Schedule.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.maintenance.Schedule.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Schedule windows. */
            windows: mesos.maintenance.Window.$Properties[];

            /**
             * Encodes the specified Schedule message. Does not implicitly {@link mesos.maintenance.Schedule.verify|verify} messages.
             * @param message Schedule message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.maintenance.Schedule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Schedule message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.maintenance.Schedule & mesos.maintenance.Schedule.$Shape} Schedule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.maintenance.Schedule & mesos.maintenance.Schedule.$Shape;
        }

        namespace Schedule {

            /** Properties of a Schedule. */
            interface $Properties {

                /** Schedule windows */
                windows?: (mesos.maintenance.Window.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Schedule. */
            type $Shape = mesos.maintenance.Schedule.$Properties;
        }
    }

    /**
     * Properties of a MasterInfo.
     * @deprecated Use mesos.MasterInfo.$Properties instead.
     */
    interface IMasterInfo extends mesos.MasterInfo.$Properties {
    }

    /** Represents a MasterInfo. */
    class MasterInfo {

        /**
         * Constructs a new MasterInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.MasterInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MasterInfo id. */
        id: string;

        /** MasterInfo ip. */
        ip: number;

        /** MasterInfo port. */
        port: number;

        /** MasterInfo pid. */
        pid: string;

        /** MasterInfo hostname. */
        hostname: string;

        /** MasterInfo version. */
        version: string;

        /** MasterInfo address. */
        address?: (mesos.Address.$Properties|null);

        /** MasterInfo domain. */
        domain?: (mesos.DomainInfo.$Properties|null);

        /** MasterInfo capabilities. */
        capabilities: mesos.MasterInfo.Capability.$Properties[];

        /**
         * Encodes the specified MasterInfo message. Does not implicitly {@link mesos.MasterInfo.verify|verify} messages.
         * @param message MasterInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.MasterInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MasterInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.MasterInfo & mesos.MasterInfo.$Shape} MasterInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.MasterInfo & mesos.MasterInfo.$Shape;
    }

    namespace MasterInfo {

        /** Properties of a MasterInfo. */
        interface $Properties {

            /** MasterInfo id */
            id: string;

            /** MasterInfo ip */
            ip: number;

            /** MasterInfo port */
            port: number;

            /** MasterInfo pid */
            pid?: (string|null);

            /** MasterInfo hostname */
            hostname?: (string|null);

            /** MasterInfo version */
            version?: (string|null);

            /** MasterInfo address */
            address?: (mesos.Address.$Properties|null);

            /** MasterInfo domain */
            domain?: (mesos.DomainInfo.$Properties|null);

            /** MasterInfo capabilities */
            capabilities?: (mesos.MasterInfo.Capability.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MasterInfo. */
        type $Shape = mesos.MasterInfo.$Properties;

        /**
         * Properties of a Capability.
         * @deprecated Use mesos.MasterInfo.Capability.$Properties instead.
         */
        interface ICapability extends mesos.MasterInfo.Capability.$Properties {
        }

        /** Represents a Capability. */
        class Capability {

            /**
             * Constructs a new Capability.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.MasterInfo.Capability.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Capability type. */
            type: mesos.MasterInfo.Capability.Type;

            /**
             * Encodes the specified Capability message. Does not implicitly {@link mesos.MasterInfo.Capability.verify|verify} messages.
             * @param message Capability message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.MasterInfo.Capability.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Capability message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.MasterInfo.Capability & mesos.MasterInfo.Capability.$Shape} Capability
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.MasterInfo.Capability & mesos.MasterInfo.Capability.$Shape;
        }

        namespace Capability {

            /** Properties of a Capability. */
            interface $Properties {

                /** Capability type */
                type?: (mesos.MasterInfo.Capability.Type|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Capability. */
            type $Shape = mesos.MasterInfo.Capability.$Properties;

            /** Type enum. */
            enum Type {

                /** UNKNOWN value */
                UNKNOWN = 0,

                /** AGENT_UPDATE value */
                AGENT_UPDATE = 1,

                /** AGENT_DRAINING value */
                AGENT_DRAINING = 2,

                /** QUOTA_V2 value */
                QUOTA_V2 = 3
            }
        }
    }

    /** Namespace quota. */
    namespace quota {

        /**
         * Properties of a QuotaInfo.
         * @deprecated Use mesos.quota.QuotaInfo.$Properties instead.
         */
        interface IQuotaInfo extends mesos.quota.QuotaInfo.$Properties {
        }

        /** Represents a QuotaInfo. */
        class QuotaInfo {

            /**
             * Constructs a new QuotaInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.quota.QuotaInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** QuotaInfo role. */
            role: string;

            /** QuotaInfo principal. */
            principal: string;

            /** QuotaInfo guarantee. */
            guarantee: mesos.Resource.$Properties[];

            /**
             * Encodes the specified QuotaInfo message. Does not implicitly {@link mesos.quota.QuotaInfo.verify|verify} messages.
             * @param message QuotaInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.quota.QuotaInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a QuotaInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.quota.QuotaInfo & mesos.quota.QuotaInfo.$Shape} QuotaInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.quota.QuotaInfo & mesos.quota.QuotaInfo.$Shape;
        }

        namespace QuotaInfo {

            /** Properties of a QuotaInfo. */
            interface $Properties {

                /** QuotaInfo role */
                role?: (string|null);

                /** QuotaInfo principal */
                principal?: (string|null);

                /** QuotaInfo guarantee */
                guarantee?: (mesos.Resource.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a QuotaInfo. */
            type $Shape = {
              role?: string|null;
              principal?: string|null;
              guarantee?: mesos.Resource.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a QuotaConfig.
         * @deprecated Use mesos.quota.QuotaConfig.$Properties instead.
         */
        interface IQuotaConfig extends mesos.quota.QuotaConfig.$Properties {
        }

        /** Represents a QuotaConfig. */
        class QuotaConfig {

            /**
             * Constructs a new QuotaConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.quota.QuotaConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** QuotaConfig role. */
            role: string;

            /** QuotaConfig guarantees. */
            guarantees: { [k: string]: mesos.Value.Scalar.$Properties };

            /** QuotaConfig limits. */
            limits: { [k: string]: mesos.Value.Scalar.$Properties };

            /**
             * Encodes the specified QuotaConfig message. Does not implicitly {@link mesos.quota.QuotaConfig.verify|verify} messages.
             * @param message QuotaConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.quota.QuotaConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a QuotaConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.quota.QuotaConfig & mesos.quota.QuotaConfig.$Shape} QuotaConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.quota.QuotaConfig & mesos.quota.QuotaConfig.$Shape;
        }

        namespace QuotaConfig {

            /** Properties of a QuotaConfig. */
            interface $Properties {

                /** QuotaConfig role */
                role: string;

                /** QuotaConfig guarantees */
                guarantees?: ({ [k: string]: mesos.Value.Scalar.$Properties }|null);

                /** QuotaConfig limits */
                limits?: ({ [k: string]: mesos.Value.Scalar.$Properties }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a QuotaConfig. */
            type $Shape = mesos.quota.QuotaConfig.$Properties;
        }
    }

    /** Namespace resource_provider. */
    namespace resource_provider {

        /** Namespace registry. */
        namespace registry {

            /**
             * Properties of a ResourceProvider.
             * @deprecated Use mesos.resource_provider.registry.ResourceProvider.$Properties instead.
             */
            interface IResourceProvider extends mesos.resource_provider.registry.ResourceProvider.$Properties {
            }

            /** Represents a ResourceProvider. */
            class ResourceProvider {

                /**
                 * Constructs a new ResourceProvider.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.resource_provider.registry.ResourceProvider.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResourceProvider id. */
                id: mesos.ResourceProviderID.$Properties;

                /** ResourceProvider type. */
                type: string;

                /** ResourceProvider name. */
                name: string;

                /**
                 * Encodes the specified ResourceProvider message. Does not implicitly {@link mesos.resource_provider.registry.ResourceProvider.verify|verify} messages.
                 * @param message ResourceProvider message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.resource_provider.registry.ResourceProvider.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResourceProvider message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.resource_provider.registry.ResourceProvider & mesos.resource_provider.registry.ResourceProvider.$Shape} ResourceProvider
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.resource_provider.registry.ResourceProvider & mesos.resource_provider.registry.ResourceProvider.$Shape;
            }

            namespace ResourceProvider {

                /** Properties of a ResourceProvider. */
                interface $Properties {

                    /** ResourceProvider id */
                    id: mesos.ResourceProviderID.$Properties;

                    /** ResourceProvider type */
                    type?: (string|null);

                    /** ResourceProvider name */
                    name?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResourceProvider. */
                type $Shape = mesos.resource_provider.registry.ResourceProvider.$Properties;
            }

            /**
             * Properties of a Registry.
             * @deprecated Use mesos.resource_provider.registry.Registry.$Properties instead.
             */
            interface IRegistry extends mesos.resource_provider.registry.Registry.$Properties {
            }

            /** Represents a Registry. */
            class Registry {

                /**
                 * Constructs a new Registry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: mesos.resource_provider.registry.Registry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Registry resourceProviders. */
                resourceProviders: mesos.resource_provider.registry.ResourceProvider.$Properties[];

                /** Registry removedResourceProviders. */
                removedResourceProviders: mesos.resource_provider.registry.ResourceProvider.$Properties[];

                /**
                 * Encodes the specified Registry message. Does not implicitly {@link mesos.resource_provider.registry.Registry.verify|verify} messages.
                 * @param message Registry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: mesos.resource_provider.registry.Registry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Registry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {mesos.resource_provider.registry.Registry & mesos.resource_provider.registry.Registry.$Shape} Registry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.resource_provider.registry.Registry & mesos.resource_provider.registry.Registry.$Shape;
            }

            namespace Registry {

                /** Properties of a Registry. */
                interface $Properties {

                    /** Registry resourceProviders */
                    resourceProviders?: (mesos.resource_provider.registry.ResourceProvider.$Properties[]|null);

                    /** Registry removedResourceProviders */
                    removedResourceProviders?: (mesos.resource_provider.registry.ResourceProvider.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Registry. */
                type $Shape = mesos.resource_provider.registry.Registry.$Properties;
            }
        }
    }

    /**
     * Properties of a WeightInfo.
     * @deprecated Use mesos.WeightInfo.$Properties instead.
     */
    interface IWeightInfo extends mesos.WeightInfo.$Properties {
    }

    /** Represents a WeightInfo. */
    class WeightInfo {

        /**
         * Constructs a new WeightInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.WeightInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WeightInfo weight. */
        weight: number;

        /** WeightInfo role. */
        role: string;

        /**
         * Encodes the specified WeightInfo message. Does not implicitly {@link mesos.WeightInfo.verify|verify} messages.
         * @param message WeightInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.WeightInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WeightInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.WeightInfo & mesos.WeightInfo.$Shape} WeightInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.WeightInfo & mesos.WeightInfo.$Shape;
    }

    namespace WeightInfo {

        /** Properties of a WeightInfo. */
        interface $Properties {

            /** WeightInfo weight */
            weight: number;

            /** WeightInfo role */
            role?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WeightInfo. */
        type $Shape = mesos.WeightInfo.$Properties;
    }

    /** TaskState enum. */
    enum TaskState {

        /** TASK_STARTING value */
        TASK_STARTING = 0,

        /** TASK_RUNNING value */
        TASK_RUNNING = 1,

        /** TASK_FINISHED value */
        TASK_FINISHED = 2,

        /** TASK_FAILED value */
        TASK_FAILED = 3,

        /** TASK_KILLED value */
        TASK_KILLED = 4,

        /** TASK_LOST value */
        TASK_LOST = 5,

        /** TASK_STAGING value */
        TASK_STAGING = 6,

        /** TASK_ERROR value */
        TASK_ERROR = 7,

        /** TASK_KILLING value */
        TASK_KILLING = 8,

        /** TASK_DROPPED value */
        TASK_DROPPED = 9,

        /** TASK_UNREACHABLE value */
        TASK_UNREACHABLE = 10,

        /** TASK_GONE value */
        TASK_GONE = 11,

        /** TASK_GONE_BY_OPERATOR value */
        TASK_GONE_BY_OPERATOR = 12,

        /** TASK_UNKNOWN value */
        TASK_UNKNOWN = 13
    }

    /**
     * Properties of a TaskResourceLimitation.
     * @deprecated Use mesos.TaskResourceLimitation.$Properties instead.
     */
    interface ITaskResourceLimitation extends mesos.TaskResourceLimitation.$Properties {
    }

    /** Represents a TaskResourceLimitation. */
    class TaskResourceLimitation {

        /**
         * Constructs a new TaskResourceLimitation.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.TaskResourceLimitation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TaskResourceLimitation resources. */
        resources: mesos.Resource.$Properties[];

        /**
         * Encodes the specified TaskResourceLimitation message. Does not implicitly {@link mesos.TaskResourceLimitation.verify|verify} messages.
         * @param message TaskResourceLimitation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.TaskResourceLimitation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TaskResourceLimitation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.TaskResourceLimitation & mesos.TaskResourceLimitation.$Shape} TaskResourceLimitation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.TaskResourceLimitation & mesos.TaskResourceLimitation.$Shape;
    }

    namespace TaskResourceLimitation {

        /** Properties of a TaskResourceLimitation. */
        interface $Properties {

            /** TaskResourceLimitation resources */
            resources?: (mesos.Resource.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TaskResourceLimitation. */
        type $Shape = {
          resources?: mesos.Resource.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a CheckStatusInfo.
     * @deprecated Use mesos.CheckStatusInfo.$Properties instead.
     */
    interface ICheckStatusInfo extends mesos.CheckStatusInfo.$Properties {
    }

    /** Represents a CheckStatusInfo. */
    class CheckStatusInfo {

        /**
         * Constructs a new CheckStatusInfo.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.CheckStatusInfo.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CheckStatusInfo type. */
        type: mesos.CheckStatusInfo.Type;

        /** CheckStatusInfo command. */
        command?: (mesos.CheckStatusInfo.Command.$Properties|null);

        /** CheckStatusInfo http. */
        http?: (mesos.CheckStatusInfo.Http.$Properties|null);

        /** CheckStatusInfo tcp. */
        tcp?: (mesos.CheckStatusInfo.Tcp.$Properties|null);

        /**
         * Encodes the specified CheckStatusInfo message. Does not implicitly {@link mesos.CheckStatusInfo.verify|verify} messages.
         * @param message CheckStatusInfo message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.CheckStatusInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CheckStatusInfo message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.CheckStatusInfo & mesos.CheckStatusInfo.$Shape} CheckStatusInfo
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.CheckStatusInfo & mesos.CheckStatusInfo.$Shape;
    }

    namespace CheckStatusInfo {

        /** Properties of a CheckStatusInfo. */
        interface $Properties {

            /** CheckStatusInfo type */
            type?: (mesos.CheckStatusInfo.Type|null);

            /** CheckStatusInfo command */
            command?: (mesos.CheckStatusInfo.Command.$Properties|null);

            /** CheckStatusInfo http */
            http?: (mesos.CheckStatusInfo.Http.$Properties|null);

            /** CheckStatusInfo tcp */
            tcp?: (mesos.CheckStatusInfo.Tcp.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CheckStatusInfo. */
        type $Shape = mesos.CheckStatusInfo.$Properties;

        /** Type enum. */
        enum Type {

            /** UNKNOWN value */
            UNKNOWN = 0,

            /** COMMAND value */
            COMMAND = 1,

            /** HTTP value */
            HTTP = 2,

            /** TCP value */
            TCP = 3
        }

        /**
         * Properties of a Command.
         * @deprecated Use mesos.CheckStatusInfo.Command.$Properties instead.
         */
        interface ICommand extends mesos.CheckStatusInfo.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.CheckStatusInfo.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command exitCode. */
            exitCode: number;

            /**
             * Encodes the specified Command message. Does not implicitly {@link mesos.CheckStatusInfo.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.CheckStatusInfo.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.CheckStatusInfo.Command & mesos.CheckStatusInfo.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.CheckStatusInfo.Command & mesos.CheckStatusInfo.Command.$Shape;
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command exitCode */
                exitCode?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Command. */
            type $Shape = mesos.CheckStatusInfo.Command.$Properties;
        }

        /**
         * Properties of a Http.
         * @deprecated Use mesos.CheckStatusInfo.Http.$Properties instead.
         */
        interface IHttp extends mesos.CheckStatusInfo.Http.$Properties {
        }

        /** Represents a Http. */
        class Http {

            /**
             * Constructs a new Http.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.CheckStatusInfo.Http.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Http statusCode. */
            statusCode: number;

            /**
             * Encodes the specified Http message. Does not implicitly {@link mesos.CheckStatusInfo.Http.verify|verify} messages.
             * @param message Http message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.CheckStatusInfo.Http.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Http message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.CheckStatusInfo.Http & mesos.CheckStatusInfo.Http.$Shape} Http
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.CheckStatusInfo.Http & mesos.CheckStatusInfo.Http.$Shape;
        }

        namespace Http {

            /** Properties of a Http. */
            interface $Properties {

                /** Http statusCode */
                statusCode?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Http. */
            type $Shape = mesos.CheckStatusInfo.Http.$Properties;
        }

        /**
         * Properties of a Tcp.
         * @deprecated Use mesos.CheckStatusInfo.Tcp.$Properties instead.
         */
        interface ITcp extends mesos.CheckStatusInfo.Tcp.$Properties {
        }

        /** Represents a Tcp. */
        class Tcp {

            /**
             * Constructs a new Tcp.
             * @param [properties] Properties to set
             */
            constructor(properties?: mesos.CheckStatusInfo.Tcp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Tcp succeeded. */
            succeeded: boolean;

            /**
             * Encodes the specified Tcp message. Does not implicitly {@link mesos.CheckStatusInfo.Tcp.verify|verify} messages.
             * @param message Tcp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mesos.CheckStatusInfo.Tcp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Tcp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mesos.CheckStatusInfo.Tcp & mesos.CheckStatusInfo.Tcp.$Shape} Tcp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.CheckStatusInfo.Tcp & mesos.CheckStatusInfo.Tcp.$Shape;
        }

        namespace Tcp {

            /** Properties of a Tcp. */
            interface $Properties {

                /** Tcp succeeded */
                succeeded?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Tcp. */
            type $Shape = mesos.CheckStatusInfo.Tcp.$Properties;
        }
    }

    /**
     * Properties of a TaskStatus.
     * @deprecated Use mesos.TaskStatus.$Properties instead.
     */
    interface ITaskStatus extends mesos.TaskStatus.$Properties {
    }

    /** Represents a TaskStatus. */
    class TaskStatus {

        /**
         * Constructs a new TaskStatus.
         * @param [properties] Properties to set
         */
        constructor(properties?: mesos.TaskStatus.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TaskStatus taskId. */
        taskId: mesos.TaskID.$Properties;

        /** TaskStatus state. */
        state: mesos.TaskState;

        /** TaskStatus data. */
        data: Uint8Array;

        /** TaskStatus message. */
        message: string;

        /** TaskStatus slaveId. */
        slaveId?: (mesos.SlaveID.$Properties|null);

        /** TaskStatus timestamp. */
        timestamp: number;

        /** TaskStatus executorId. */
        executorId?: (mesos.ExecutorID.$Properties|null);

        /** TaskStatus healthy. */
        healthy: boolean;

        /** TaskStatus source. */
        source: mesos.TaskStatus.Source;

        /** TaskStatus reason. */
        reason: mesos.TaskStatus.Reason;

        /** TaskStatus uuid. */
        uuid: Uint8Array;

        /** TaskStatus labels. */
        labels?: (mesos.Labels.$Properties|null);

        /** TaskStatus containerStatus. */
        containerStatus?: (mesos.ContainerStatus.$Properties|null);

        /** TaskStatus unreachableTime. */
        unreachableTime?: (mesos.TimeInfo.$Properties|null);

        /** TaskStatus checkStatus. */
        checkStatus?: (mesos.CheckStatusInfo.$Properties|null);

        /** TaskStatus limitation. */
        limitation?: (mesos.TaskResourceLimitation.$Properties|null);

        /**
         * Encodes the specified TaskStatus message. Does not implicitly {@link mesos.TaskStatus.verify|verify} messages.
         * @param message TaskStatus message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mesos.TaskStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TaskStatus message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mesos.TaskStatus & mesos.TaskStatus.$Shape} TaskStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mesos.TaskStatus & mesos.TaskStatus.$Shape;
    }

    namespace TaskStatus {

        /** Properties of a TaskStatus. */
        interface $Properties {

            /** TaskStatus taskId */
            taskId: mesos.TaskID.$Properties;

            /** TaskStatus state */
            state: mesos.TaskState;

            /** TaskStatus data */
            data?: (Uint8Array|null);

            /** TaskStatus message */
            message?: (string|null);

            /** TaskStatus slaveId */
            slaveId?: (mesos.SlaveID.$Properties|null);

            /** TaskStatus timestamp */
            timestamp?: (number|null);

            /** TaskStatus executorId */
            executorId?: (mesos.ExecutorID.$Properties|null);

            /** TaskStatus healthy */
            healthy?: (boolean|null);

            /** TaskStatus source */
            source?: (mesos.TaskStatus.Source|null);

            /** TaskStatus reason */
            reason?: (mesos.TaskStatus.Reason|null);

            /** TaskStatus uuid */
            uuid?: (Uint8Array|null);

            /** TaskStatus labels */
            labels?: (mesos.Labels.$Properties|null);

            /** TaskStatus containerStatus */
            containerStatus?: (mesos.ContainerStatus.$Properties|null);

            /** TaskStatus unreachableTime */
            unreachableTime?: (mesos.TimeInfo.$Properties|null);

            /** TaskStatus checkStatus */
            checkStatus?: (mesos.CheckStatusInfo.$Properties|null);

            /** TaskStatus limitation */
            limitation?: (mesos.TaskResourceLimitation.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TaskStatus. */
        type $Shape = {
          taskId: mesos.TaskID.$Shape;
          state: mesos.TaskState;
          data?: Uint8Array|null;
          message?: string|null;
          slaveId?: mesos.SlaveID.$Shape|null;
          timestamp?: number|null;
          executorId?: mesos.ExecutorID.$Shape|null;
          healthy?: boolean|null;
          source?: mesos.TaskStatus.Source|null;
          reason?: mesos.TaskStatus.Reason|null;
          uuid?: Uint8Array|null;
          labels?: mesos.Labels.$Shape|null;
          containerStatus?: mesos.ContainerStatus.$Shape|null;
          unreachableTime?: mesos.TimeInfo.$Shape|null;
          checkStatus?: mesos.CheckStatusInfo.$Shape|null;
          limitation?: mesos.TaskResourceLimitation.$Shape|null;
          $unknowns?: Uint8Array[];
        };

        /** Source enum. */
        enum Source {

            /** SOURCE_MASTER value */
            SOURCE_MASTER = 0,

            /** SOURCE_SLAVE value */
            SOURCE_SLAVE = 1,

            /** SOURCE_EXECUTOR value */
            SOURCE_EXECUTOR = 2
        }

        /** Reason enum. */
        enum Reason {

            /** REASON_COMMAND_EXECUTOR_FAILED value */
            REASON_COMMAND_EXECUTOR_FAILED = 0,

            /** REASON_EXECUTOR_TERMINATED value */
            REASON_EXECUTOR_TERMINATED = 1,

            /** REASON_EXECUTOR_UNREGISTERED value */
            REASON_EXECUTOR_UNREGISTERED = 2,

            /** REASON_FRAMEWORK_REMOVED value */
            REASON_FRAMEWORK_REMOVED = 3,

            /** REASON_GC_ERROR value */
            REASON_GC_ERROR = 4,

            /** REASON_INVALID_FRAMEWORKID value */
            REASON_INVALID_FRAMEWORKID = 5,

            /** REASON_INVALID_OFFERS value */
            REASON_INVALID_OFFERS = 6,

            /** REASON_MASTER_DISCONNECTED value */
            REASON_MASTER_DISCONNECTED = 7,

            /** REASON_CONTAINER_LIMITATION_MEMORY value */
            REASON_CONTAINER_LIMITATION_MEMORY = 8,

            /** REASON_RECONCILIATION value */
            REASON_RECONCILIATION = 9,

            /** REASON_SLAVE_DISCONNECTED value */
            REASON_SLAVE_DISCONNECTED = 10,

            /** REASON_SLAVE_REMOVED value */
            REASON_SLAVE_REMOVED = 11,

            /** REASON_SLAVE_RESTARTED value */
            REASON_SLAVE_RESTARTED = 12,

            /** REASON_SLAVE_UNKNOWN value */
            REASON_SLAVE_UNKNOWN = 13,

            /** REASON_TASK_INVALID value */
            REASON_TASK_INVALID = 14,

            /** REASON_TASK_UNAUTHORIZED value */
            REASON_TASK_UNAUTHORIZED = 15,

            /** REASON_TASK_UNKNOWN value */
            REASON_TASK_UNKNOWN = 16,

            /** REASON_CONTAINER_PREEMPTED value */
            REASON_CONTAINER_PREEMPTED = 17,

            /** REASON_RESOURCES_UNKNOWN value */
            REASON_RESOURCES_UNKNOWN = 18,

            /** REASON_CONTAINER_LIMITATION value */
            REASON_CONTAINER_LIMITATION = 19,

            /** REASON_CONTAINER_LIMITATION_DISK value */
            REASON_CONTAINER_LIMITATION_DISK = 20,

            /** REASON_CONTAINER_LAUNCH_FAILED value */
            REASON_CONTAINER_LAUNCH_FAILED = 21,

            /** REASON_CONTAINER_UPDATE_FAILED value */
            REASON_CONTAINER_UPDATE_FAILED = 22,

            /** REASON_EXECUTOR_REGISTRATION_TIMEOUT value */
            REASON_EXECUTOR_REGISTRATION_TIMEOUT = 23,

            /** REASON_EXECUTOR_REREGISTRATION_TIMEOUT value */
            REASON_EXECUTOR_REREGISTRATION_TIMEOUT = 24,

            /** REASON_TASK_GROUP_INVALID value */
            REASON_TASK_GROUP_INVALID = 25,

            /** REASON_TASK_GROUP_UNAUTHORIZED value */
            REASON_TASK_GROUP_UNAUTHORIZED = 26,

            /** REASON_IO_SWITCHBOARD_EXITED value */
            REASON_IO_SWITCHBOARD_EXITED = 27,

            /** REASON_TASK_CHECK_STATUS_UPDATED value */
            REASON_TASK_CHECK_STATUS_UPDATED = 28,

            /** REASON_TASK_HEALTH_CHECK_STATUS_UPDATED value */
            REASON_TASK_HEALTH_CHECK_STATUS_UPDATED = 29,

            /** REASON_TASK_KILLED_DURING_LAUNCH value */
            REASON_TASK_KILLED_DURING_LAUNCH = 30,

            /** REASON_SLAVE_REMOVED_BY_OPERATOR value */
            REASON_SLAVE_REMOVED_BY_OPERATOR = 31,

            /** REASON_SLAVE_REREGISTERED value */
            REASON_SLAVE_REREGISTERED = 32,

            /** REASON_MAX_COMPLETION_TIME_REACHED value */
            REASON_MAX_COMPLETION_TIME_REACHED = 33,

            /** REASON_SLAVE_DRAINING value */
            REASON_SLAVE_DRAINING = 34
        }
    }
}
